//! The list of requests: what an entry is, and why the list does not answer.

pub mod panel;
pub mod table;

use std::path::Path;

use super::foreign::{display, short};
use super::problem::Problem;
use super::{Lang, time};
use crate::core::ledger::{Entry, LedgerFault, Origin, Role};

/// `made 25 Nov 2026`, `checked 25 Nov 2026`.
pub fn came(lang: Lang, entry: &Entry) -> String {
    let day = time::date(lang, entry.made.at);
    match entry.made.origin {
        Origin::Made => say!(lang, "made {day}", "{day} 生成"),
        Origin::Checked => say!(lang, "checked {day}", "{day} 检查"),
    }
}

/// Whether it was made or checked here, in one word.
pub fn origin(lang: Lang, origin: Origin) -> &'static str {
    match origin {
        Origin::Made => lang.pick("made", "生成"),
        Origin::Checked => lang.pick("checked", "检查"),
    }
}

/// What a file is to a request.
pub fn role(lang: Lang, role: Role) -> &'static str {
    match role {
        Role::Key => lang.pick("key", "私钥"),
        Role::Request => "CSR",
        Role::Certificate => lang.pick("certificate", "证书"),
    }
}

/// The name it is known by: its first name, else its subject.
pub fn title(entry: &Entry) -> String {
    let made = &entry.made;
    let name = made.names.first().unwrap_or(&made.subject);
    short(name).into_owned()
}

/// Its names as data; its subject where there are none.
pub fn names(entry: &Entry) -> Vec<String> {
    let made = &entry.made;
    match made.names.is_empty() {
        true => vec![short(&made.subject).into_owned()],
        false => made
            .names
            .iter()
            .map(|name| short(name).into_owned())
            .collect(),
    }
}

/// A path as it may be shown.
pub fn path(path: &Path) -> String {
    display(&path.to_string_lossy()).into_owned()
}

/// `used 25 Nov 2026`; `None` while it is not.
pub fn used(lang: Lang, entry: &Entry) -> Option<String> {
    let day = time::date(lang, entry.used?);
    Some(say!(lang, "used {day}", "{day} 已使用"))
}

/// Why the list did not answer.
pub fn explain(lang: Lang, fault: &LedgerFault) -> Problem {
    match fault {
        LedgerFault::NoFolder => no_folder(lang),
        LedgerFault::Newer { version } => newer(lang, *version),
        LedgerFault::Damaged { path, detail } => damaged(lang, path, detail),
        LedgerFault::Unusable { path, detail } => unusable(lang, path, detail),
        LedgerFault::NoEntry(id) => no_entry(lang, id.0),
    }
}

fn problem(happened: String, cause: String, remedies: Vec<String>, raw: Option<String>) -> Problem {
    Problem {
        happened,
        causes: vec![cause],
        remedies,
        raw,
    }
}

fn no_folder(lang: Lang) -> Problem {
    problem(
        lang.pick(
            "There is no place for the list of requests",
            "没有存放 CSR 记录的位置",
        )
        .to_owned(),
        lang.pick(
            "This system names no folder for the data of its users.",
            "系统没有指定存放用户数据的文件夹。",
        )
        .to_owned(),
        vec![
            lang.pick(
                "Name a folder in the environment variable CERTWRIGHT_DATA and start again.",
                "在环境变量 CERTWRIGHT_DATA 中指定一个文件夹，然后重新启动。",
            )
            .to_owned(),
        ],
        None,
    )
}

fn newer(lang: Lang, version: i64) -> Problem {
    problem(
        lang.pick(
            "The list of requests was written by a newer version of Certwright",
            "CSR 记录由更新版本的 Certwright 写入",
        )
        .to_owned(),
        say!(
            lang,
            "Its form has number {version}, which this version does not know. It is read as far as possible and never changed.",
            "其格式编号为 {version}，当前版本不认识。会尽量读取，绝不改动。"
        ),
        vec![
            lang.pick(
                "Update Certwright on this computer to write to it again.",
                "更新这台计算机上的 Certwright，即可再次写入。",
            )
            .to_owned(),
        ],
        None,
    )
}

fn damaged(lang: Lang, file: &Path, detail: &str) -> Problem {
    let file = path(file);
    problem(
        lang.pick("The list of requests cannot be read", "无法读取 CSR 记录")
            .to_owned(),
        say!(
            lang,
            "“{file}” is damaged, or another program’s. It was left as it is.",
            "“{file}”已损坏，或属于其他程序。文件没有改动。"
        ),
        vec![
            say!(
                lang,
                "Put a copy of “{file}” from a back-up in its place.",
                "用备份中的副本替换“{file}”。"
            ),
            say!(
                lang,
                "Or rename “{file}”: a new list begins then. Keys, requests and certificates are files of their own and not affected.",
                "或者把“{file}”改名，随后会开始新的记录。私钥、CSR 和证书是独立的文件，不受影响。"
            ),
        ],
        Some(short(detail).into_owned()),
    )
}

fn unusable(lang: Lang, file: &Path, detail: &str) -> Problem {
    let file = path(file);
    problem(
        say!(
            lang,
            "The list of requests in “{file}” cannot be used",
            "无法使用“{file}”中的 CSR 记录"
        ),
        lang.pick(
            "The disk is full, the folder is read-only or not this user’s, the name leads elsewhere, or another program keeps the file open.",
            "磁盘已满、文件夹只读或不属于当前用户、名称指向别处，或者其他程序正占用该文件。",
        )
        .to_owned(),
        vec![
            lang.pick(
                "Make room or give this user the right to write there, then try again.",
                "腾出空间，或给当前用户写入权限，然后重试。",
            )
            .to_owned(),
            lang.pick(
                "Or name another folder in the environment variable CERTWRIGHT_DATA.",
                "或者在环境变量 CERTWRIGHT_DATA 中指定其他文件夹。",
            )
            .to_owned(),
        ],
        Some(short(detail).into_owned()),
    )
}

fn no_entry(lang: Lang, id: i64) -> Problem {
    problem(
        say!(
            lang,
            "The list of requests has no entry {id}",
            "CSR 记录中没有编号 {id}"
        ),
        lang.pick(
            "It was forgotten meanwhile, or the number is another one.",
            "它已被删除，或者编号不对。",
        )
        .to_owned(),
        vec![
            lang.pick(
                "List the entries and take the number from there.",
                "列出所有记录，从中查看编号。",
            )
            .to_owned(),
        ],
        None,
    )
}
