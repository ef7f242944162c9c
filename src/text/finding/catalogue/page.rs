//! The catalogue of facts about a page and what it loads.

use super::{About, Entry};
use crate::core::finding::Id;

entries! {
    HttpNotRedirected {
        "http does not lead to https",
        "Redirect everything on port 80 to https with status 301, except the path where the CA looks for its file.";
        "http 没有跳转到 https",
        "用状态 301 将 80 端口的所有请求重定向到 https，CA 查找验证文件的路径除外。"
    }
}
