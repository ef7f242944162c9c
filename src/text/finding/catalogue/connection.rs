//! The catalogue of facts about connections to a server.

use super::{About, Entry};
use crate::core::finding::Id;

entries! {
    PortRefused {
        "The connection is refused",
        "Start the server's https listener, and open the port in its firewall and in the cloud's security group.";
        "连接被拒绝",
        "启动服务器上的 https 监听，并在服务器防火墙和云安全组中放行该端口。"
    }
}
