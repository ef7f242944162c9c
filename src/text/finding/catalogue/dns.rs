//! The catalogue of facts about what DNS says of a name, and its servers.

use super::{About, Entry};
use crate::core::finding::Id;

entries! {
    DnsNameMissing {
        "The name does not exist in DNS",
        "Add the record where the zone is hosted; a typing error in the name is the other usual cause.";
        "DNS 中没有这个名称",
        "在托管该区域的地方添加解析记录；另一个常见原因是名称输错。"
    }
}
