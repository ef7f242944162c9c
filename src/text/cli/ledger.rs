//! Words of the verb `ledger` on the command line.

use std::path::Path;

use crate::text::Lang;
use crate::text::number::counted;

phrases! {
    about: "The requests made and checked here: list, search, note, mark, forget, export", "在此生成和检查过的 CSR：列出、搜索、备注、标记、删除、导出";
    export_about: "Write the whole list to a file", "把全部记录写入文件";
    forget_about: "Take entries off the list; their files stay", "从记录中删除；文件仍保留";
    list_about: "List the entries that all the words fit, newest first", "列出符合所有词的记录，最近的在前";
    note_about: "Note something beside an entry", "为一条记录添加备注";
    path_about: "Print where the database lies", "显示数据库的位置";
    used_about: "Mark an entry as used in an order", "把一条记录标记为已用于订单";
    format_help: "csv or json; by the file’s extension when left out", "csv 或 json；省略时按文件扩展名";
    id_help: "Number of the entry, as `ledger list` tells it", "记录的编号，见 `ledger list`";
    out_help: "The file to write; one that is there already is kept", "要写入的文件；已存在的文件不会被覆盖";
    text_help: "The note; empty takes it away", "备注内容；留空则清除";
    undo_help: "Take the mark away", "取消标记";
    words_help: "Words in names, subject, note, kind of key, paths, or the beginning of a fingerprint", "出现在域名、使用者、备注、密钥类型、路径中的词，或指纹的开头";
}

/// What stands below the help of `ledger`.
pub fn after(lang: Lang) -> &'static str {
    lang.pick(
        "No key and no password is ever in the list. CERTWRIGHT_DATA names another folder for it.",
        "记录中不含私钥和密码。可以用 CERTWRIGHT_DATA 指定存放它的其他文件夹。",
    )
}

/// The list was written.
pub fn exported(lang: Lang, path: &Path, entries: usize) -> String {
    let path = crate::text::ledger::path(path);
    let entries = counted(lang, entries, ("entry", "entries"), "条记录");
    say!(
        lang,
        "{entries} written to {path}",
        "已把 {entries}写入 {path}"
    )
}
