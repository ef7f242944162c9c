//! Who can read a file that was written, by name.

use crate::core::env::{Reader, Readers};
use crate::text::Lang;
use crate::text::foreign::short;
use crate::text::number::enumerated;

/// `readable by anna and the administrator`; empty when the system could not be asked.
pub fn readable_by(lang: Lang, readers: &Readers) -> String {
    if readers.0.is_empty() {
        return String::new();
    }
    let names: Vec<String> = readers.0.iter().map(|reader| name(lang, reader)).collect();
    let names = enumerated(lang, &names);
    match lang {
        Lang::En => format!("readable by {names}"),
        Lang::Zh => format!("可读取：{names}"),
    }
}

/// One of those who can read a file.
pub fn name(lang: Lang, reader: &Reader) -> String {
    match reader {
        Reader::Owner(name) | Reader::Account(name) => short(name).into_owned(),
        Reader::Administrators => lang.pick("administrators", "管理员").to_owned(),
        Reader::System => "SYSTEM".to_owned(),
        Reader::Group(name) => {
            let name = short(name);
            say!(lang, "the group {name}", "组 {name}")
        }
        Reader::Everyone => lang
            .pick("everybody on this computer", "这台计算机上的所有人")
            .to_owned(),
    }
}
