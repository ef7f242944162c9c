//! The catalogue of facts about records that a CA looks for.

use super::{About, Entry};
use crate::core::finding::Id;

entries! {
    TxtMissing {
        "The TXT record that the CA expects is missing",
        "Add it where the zone is hosted, with the host record as the CA gives it, and check again.";
        "缺少 CA 要求的 TXT 记录",
        "在托管该区域的地方按 CA 给出的主机记录添加，然后重新检查。"
    }
}
