//! Words of the panel of requests: steps, labels, states, what stands beside a control.

use crate::core::time::Moment;
use crate::text::Lang;
use crate::text::time::date;

phrases! {
    advice: "Advice for these names", "对这些域名的建议";
    advice_none: "Advice appears here as you type", "输入后这里会显示建议";
    back: "Back", "上一步";
    csr: "CSR", "CSR";
    discard: "Discard", "丢弃";
    for_own_ca: "It is for my own CA", "由我自己的 CA 签发";
    international: "international name", "国际化域名";
    is_first_step: "This is the first step", "这是第一步";
    keep: "Keep as name", "保留";
    leave_out: "Leave out", "不包含";
    names: "Names", "域名";
    names_field: "Names to protect", "要保护的域名";
    names_hint: "commas, spaces, lines, addresses and URLs all work", "逗号、空格、换行、地址和 URL 都可以";
    names_missing: "Enter at least one name to go on", "至少输入一个域名后即可继续";
    next_key: "Next: key", "下一步：私钥";
    next_protection: "Next: protection", "下一步：保护";
    next_review: "Next: review", "下一步：确认";
    next_subject: "Next: subject", "下一步：使用者";
    not_taken_over: "Not taken over", "未沿用的内容";
    renew: "Renew…", "续期…";
    renew_why: "a new key and request for the same names", "为相同的域名生成新的私钥和 CSR";
    remove: "Remove", "删除";
    start_certificate: "certificate", "证书";
    start_file: "Open a file…", "打开文件…";
    start_request: "request", "CSR";
    start_from: "Start from…", "从现有内容开始…";
    step_key: "Key", "私钥";
    step_protection: "Protection", "保护";
    step_review: "Review", "确认";
    subject: "Subject", "使用者";
    sub: "Draft • passwords and keys are never part of a draft", "草稿 • 密码和私钥永远不会保存在草稿中";
    title: "New certificate request", "新建证书请求";
    wildcard: "wildcard", "通配符";
}

/// Title of the dialog that asks for a file to read.
pub fn read_title(lang: Lang, is_for_key: bool) -> &'static str {
    match is_for_key {
        true => lang.pick("Use a private key from a file", "使用文件中的私钥"),
        false => lang.pick(
            "Start from a certificate, a request or a bundle",
            "从证书、CSR 或证书包开始",
        ),
    }
}

/// Title of the dialog that asks for the folder of key and request.
pub fn folder_title(lang: Lang) -> &'static str {
    lang.pick("Folder for key and request", "私钥和 CSR 的文件夹")
}

/// `Step 1 of 5`.
pub fn step_of(lang: Lang, number: usize, count: usize) -> String {
    say!(
        lang,
        "Step {number} of {count}",
        "第 {number} 步，共 {count} 步"
    )
}

/// The cross at a name.
pub fn take_out(lang: Lang, name: &str) -> String {
    say!(lang, "Take {name} out", "移除 {name}")
}

/// The list of public suffixes that names are judged by, in the status bar.
pub fn suffix_list(lang: Lang, published: Moment) -> String {
    let day = date(lang, published);
    say!(lang, "Public suffix list, {day}", "公共后缀列表，{day}")
}

/// The tab of the advice where there is no room beside.
pub fn advice_count(lang: Lang, count: usize) -> String {
    match count {
        0 => lang.pick("Advice", "建议").to_owned(),
        _ => say!(lang, "Advice ({count})", "建议 ({count})"),
    }
}
