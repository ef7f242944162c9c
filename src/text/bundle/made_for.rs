//! The table of what each server's files hold.

use crate::core::bundle::MadeFor;
use crate::core::bundle::story::{Cell, PasswordCell, Server};
use crate::text::Lang;
use crate::text::foreign::short;
use crate::text::number::counted;

/// The heads: made for, files, certificate, key, chain, password.
pub fn header(lang: Lang) -> [&'static str; 6] {
    lang.pick(
        [
            "Made for",
            "Files",
            "Certificate",
            "Key",
            "Chain",
            "Password",
        ],
        ["适用于", "文件", "证书", "私钥", "证书链", "密码"],
    )
}

/// The server's name.
pub fn server(lang: Lang, server: Server) -> &'static str {
    match server {
        Server::Iis => "IIS",
        Server::Nginx => "Nginx",
        Server::Apache => "Apache",
        Server::Tomcat => "Tomcat",
        Server::Other => lang.pick("Other", "其他"),
    }
}

/// The file's name, or how many there are.
pub fn files(lang: Lang, row: &MadeFor) -> String {
    match row.files.as_slice() {
        [file] => short(file.file_name()).into_owned(),
        _ => file_count(lang, row),
    }
}

/// How many files there are.
pub fn file_count(lang: Lang, row: &MadeFor) -> String {
    counted(lang, row.files.len(), ("file", "files"), "个文件")
}

/// The columns certificate, key and chain of a row.
pub fn cell(lang: Lang, row: &MadeFor) -> [&'static str; 3] {
    [
        state(
            lang,
            &row.certificate,
            lang.pick(("same", "another one"), ("一致", "不一致")),
        ),
        state(
            lang,
            &row.key,
            lang.pick(("fits", "does not fit"), ("匹配", "不匹配")),
        ),
        state(
            lang,
            &row.chain,
            lang.pick(("complete", "faulty"), ("完整", "有误")),
        ),
    ]
}

fn state(lang: Lang, cell: &Cell, (good, bad): (&'static str, &'static str)) -> &'static str {
    match cell {
        Cell::Good => good,
        Cell::Bad => bad,
        Cell::Missing => lang.pick("missing", "缺少"),
        Cell::Locked => lang.pick("not opened yet", "尚未打开"),
        Cell::NotNeeded => lang.pick("not needed", "不需要"),
    }
}

/// The password column.
pub fn password(lang: Lang, row: &MadeFor) -> String {
    match &row.password {
        PasswordCell::NotNeeded => lang.pick("none needed", "无需密码").to_owned(),
        PasswordCell::File(place) => short(place.file_name()).into_owned(),
        PasswordCell::Known => lang.pick("known", "已知").to_owned(),
        PasswordCell::Empty => lang.pick("empty", "空密码").to_owned(),
        PasswordCell::Refused => lang.pick("refused", "不正确").to_owned(),
        PasswordCell::Needed => lang.pick("needed", "需要密码").to_owned(),
        PasswordCell::Unreadable => lang.pick("not readable here", "无法读取").to_owned(),
    }
}
