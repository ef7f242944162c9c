//! The catalogue of facts about files that a CA looks for on a web server.

use super::{About, Entry};
use crate::core::finding::Id;

entries! {
    FileWrongStatus {
        "The web server does not give the file",
        "Put the file at exactly this address and see that a browser on another network gets it.";
        "Web 服务器没有给出该文件",
        "把文件放到这个地址，并确认其他网络的浏览器也能打开它。"
    }
}
