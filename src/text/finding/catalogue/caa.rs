//! The catalogue of facts about who may issue (RFC 8659).

use super::{About, Entry};
use crate::core::finding::Id;

entries! {
    CaaForbids {
        "CAA records forbid this CA",
        "Add a CAA record that names the CA, on every name server of the zone, or choose a CA that is listed.";
        "CAA 记录不允许该 CA 签发",
        "在该区域的每台 DNS 服务器上添加写明该 CA 的 CAA 记录，或选择已列出的 CA。"
    }
}
