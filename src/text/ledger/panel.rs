//! Words of the list of requests in the window, and of a key that was found again.

use std::path::Path;

use super::{names, path, title};
use crate::core::ledger::{Entry, Origin};
use crate::text::number::{counted, shortened, whole};
use crate::text::{Lang, time};

/// Names shown in one row.
const NAMES: usize = 1;

phrases! {
    add_key: "Add the key", "添加私钥";
    add_key_and_make_pfx: "Add the key and make a PFX", "添加私钥并制作 PFX";
    copy_fingerprint: "Copy the key’s fingerprint", "复制公钥指纹";
    empty: "No request yet", "还没有 CSR";
    empty_hint: "Requests that are made or checked here are listed with their names, keys and files, so that a certificate finds its key again.", "在这里生成或检查过的 CSR 会连同域名、密钥和文件列在此处，证书返回后即可找到对应的私钥。";
    files: "Files", "文件";
    forget: "Forget", "删除记录";
    forget_ask: "Forget this entry?", "要删除这条记录吗？";
    forget_entry: "Forget…", "删除记录…";
    forget_hint: "The key, the request and the certificate stay where they are. Only the entry is taken off the list, and a key used again is not noticed any more.", "私钥、CSR 和证书文件不受影响，只从记录中移除这一条；之后重复使用该密钥将不会得到提示。";
    gone: "not there any more", "已不存在";
    keep: "Keep it", "保留";
    key: "Key", "密钥";
    look_elsewhere: "Look elsewhere…", "在别处查找…";
    loading: "Reading the list", "正在读取记录";
    mark_used: "Mark as used", "标记为已使用";
    name: "Names", "域名";
    newer: "A newer version of Certwright wrote this list. It is shown and cannot be changed from here.", "该记录由更新版本的 Certwright 写入，可以查看，不能在这里更改。";
    no_fit: "No entry fits", "没有符合的记录";
    no_fit_hint: "Every word has to stand in the names, subject, kind of key, note, path or at the beginning of a fingerprint.", "每个词都必须出现在域名、使用者、密钥类型、备注、路径中，或位于指纹开头。";
    note: "Note", "备注";
    note_hint: "What it is for", "用途";
    open: "Open", "打开";
    search: "Search names, notes, paths, fingerprints", "搜索域名、备注、路径、指纹";
    title_of_list: "Requests", "CSR 记录";
    try_again: "Try again", "重试";
    unmark_used: "Take the mark away", "取消标记";
    used_head: "Used", "已使用";
    when: "When", "时间";
}

/// `Its key was made here on 25 Nov 2026`.
pub fn key_known(lang: Lang, entry: &Entry) -> String {
    let day = time::date(lang, entry.made.at);
    match entry.made.origin {
        Origin::Made => say!(
            lang,
            "Its key was made here on {day}",
            "其私钥于 {day} 在此生成"
        ),
        Origin::Checked => say!(
            lang,
            "A request for it was checked here on {day}",
            "其 CSR 于 {day} 在此检查过"
        ),
    }
}

/// Where the key lies, or lay.
pub fn key_place(lang: Lang, file: &Path, is_there: bool) -> String {
    let file = path(file);
    match is_there {
        true => file,
        false => say!(lang, "{file} is not there any more", "{file} 已不存在"),
    }
}

/// No file of the key is known.
pub fn key_place_unknown(lang: Lang) -> &'static str {
    lang.pick(
        "Where the key lies was not written down",
        "没有记录私钥的位置",
    )
}

/// The names of an entry in one cell.
pub fn names_cell(lang: Lang, entry: &Entry) -> String {
    shortened(lang, &names(entry), NAMES)
}

/// How many of its files are where they were.
pub fn files_there(lang: Lang, there: usize, all: usize) -> String {
    match (there, all) {
        (_, 0) => lang.pick("none known", "未知").to_owned(),
        (there, all) if there == all => lang.pick("all there", "都在").to_owned(),
        (0, _) => lang.pick("gone", "都不在").to_owned(),
        (there, all) => say!(lang, "{there} of {all} there", "{all} 个中有 {there} 个"),
    }
}

/// `312 entries`, or that only so many are shown.
pub fn count(lang: Lang, shown: usize, has_more: bool) -> String {
    match has_more {
        false => counted(lang, shown, ("entry", "entries"), "条记录"),
        true => {
            let shown = whole(shown as u64);
            say!(
                lang,
                "the newest {shown}; search to see others",
                "显示最近 {shown} 条；搜索可查看其他记录"
            )
        }
    }
}

/// Which entry is to be forgotten.
pub fn forget_which(lang: Lang, entry: &Entry) -> String {
    let (name, day) = (title(entry), time::date(lang, entry.made.at));
    say!(lang, "{name}, {day}", "{name}，{day}")
}
