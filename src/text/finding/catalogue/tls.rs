//! The catalogue of facts about what a server agrees upon and sends.

use super::{About, Entry};
use crate::core::finding::Id;

entries! {
    TlsSniNeeded {
        "Clients need to send the name (SNI)",
        "Nothing, unless very old clients matter: then give the site an address of its own.";
        "客户端需要发送名称（SNI）",
        "一般无需处理；如需支持很旧的客户端，为该网站配置独立的 IP 地址。"
    }
}
