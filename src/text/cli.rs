//! Words of the command line: help, prompts, the catalogue of findings, errors on standard error.

pub mod chain;
pub mod convert;
pub mod csr;
pub mod diagnose;
pub mod guide;
pub mod iis;
pub mod ledger;

use super::Lang;
use super::problem::Problem;

phrases! {
    about: "What is in a certificate bundle, whether it is complete, and what to do next", "查看证书包里有什么、是否完整、下一步做什么";
    arguments: "Arguments", "参数";
    commands: "Commands", "命令";
    exit_codes: "Exit codes: 0 fine, 1 errors found, 2 could not do it, 64 wrong usage", "退出码：0 正常，1 发现错误，2 无法完成，64 用法错误";
    findings_about: "List every finding with its severity, citation and remedy", "列出所有检查结果的严重程度、依据和解决办法";
    help_help: "Print this help", "显示本帮助";
    host_help: "Also judge whether the certificate is for this host name", "同时判断证书是否适用于此主机名";
    inspect_about: "Open files, folders and archives and tell their story", "打开文件、文件夹和压缩包，说明其中的内容";
    json_help: "Print one JSON document instead of text", "输出一个 JSON 文档，而不是文本";
    lang_help: "Language of the words; the system’s when left out", "文字的语言；省略时使用系统语言";
    no_default_trust_help: "Trust nothing but what --trust names", "除 --trust 指定的以外什么都不信任";
    options: "Options", "选项";
    password_file_help: "File with passwords to try, one a line; may be given again", "含有待尝试密码的文件，每行一个；可重复给出";
    password_stdin_help: "Read passwords to try from standard input, one a line", "从标准输入读取待尝试的密码，每行一个";
    path_help: "Files, folders or zip archives; https://HOST or HOST:PORT for what a server sends", "文件、文件夹或 zip 压缩包；https://HOST 或 HOST:PORT 表示服务器发送的证书";
    time_help: "Judge for this time (RFC 3339) or day instead of now", "按此时间（RFC 3339）或日期判断，而不是现在";
    trust_help: "Trusted roots: mozilla, system, or a file or folder of certificates [default: mozilla]", "受信任的根证书：mozilla、system，或含有证书的文件或文件夹 [默认：mozilla]";
    usage: "Usage", "用法";
    version_help: "Print the version", "显示版本";
    causes: "Likely causes", "可能的原因";
    remedies: "What to do", "解决办法";
    skip_hint: "Enter alone skips it.", "直接按回车跳过。";
}

/// The question for the password of locked files; seconds of one try where that is worth saying.
pub fn ask_password(lang: Lang, files: &[String], seconds: u64) -> String {
    let names = super::number::shortened(lang, files, 4);
    let skip = skip_hint(lang);
    if seconds < 3 {
        return say!(
            lang,
            "Password for {names} ({skip}) ",
            "{names} 的密码（{skip}）"
        );
    }
    let time = super::time::duration(lang, seconds);
    say!(
        lang,
        "Password for {names}, a try takes about {time} ({skip}) ",
        "{names} 的密码，每试一次约 {time}（{skip}）"
    )
}

/// A failure for standard error: what happened, likely causes, remedies, raw detail.
pub fn failure(lang: Lang, problem: &Problem) -> String {
    let mut lines = vec![problem.happened.clone()];
    for (head, items) in [
        (causes(lang), &problem.causes),
        (remedies(lang), &problem.remedies),
    ] {
        if !items.is_empty() {
            lines.push(format!("{head}{}", lang.pick(":", "：")));
            lines.extend(items.iter().map(|item| format!("  - {item}")));
        }
    }
    if let Some(raw) = &problem.raw {
        lines.push(say!(lang, "Detail: {raw}", "详细信息：{raw}"));
    }
    lines.join("\n")
}
