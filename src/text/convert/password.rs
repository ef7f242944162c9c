//! What is said of a password: how strong it looks, what may go wrong with it, what a lost one means.

use crate::core::convert::password::{PasswordIssue, Strength};
use crate::core::env::{Reader, Readers};
use crate::text::Lang;
use crate::text::foreign::short;

phrases! {
    generate: "Generate", "生成";
    generated: "24 random letters and digits, without those that look alike", "24 个随机字母和数字，不含容易混淆的字符";
    reveal: "Show the password", "显示密码";
    conceal: "Hide the password", "隐藏密码";
    copy: "Copy the password", "复制密码";
    copied: "Copied; the clipboard is cleared after 30 seconds", "已复制；30 秒后清空剪贴板";
    password_file: "Write the password to keystorePass.txt beside the result", "把密码写入结果旁边的 keystorePass.txt";
    password_file_why: "Readable by the same accounts as the result. Keep it elsewhere once the server works.", "只有能读取结果的账户可以读取它。服务器正常运行后，把它移到别处保存。";
    readable_by: "Who can read it", "谁可以读取";
    also_readable_by: "Also readable by…", "另外允许读取…";
    also_readable_hint: "The account or group under which the server runs", "服务器运行时所用的账户或组";
    readers_unknown: "The system did not say", "系统没有给出答案";
}

/// How strong a password looks.
pub fn strength(lang: Lang, strength: Strength) -> &'static str {
    match strength {
        Strength::VeryWeak => lang.pick("Very weak", "非常弱"),
        Strength::Weak => lang.pick("Weak", "弱"),
        Strength::Fair => lang.pick("Fair", "一般"),
        Strength::Strong => lang.pick("Strong", "强"),
        Strength::VeryStrong => lang.pick("Very strong", "非常强"),
    }
}

/// What may go wrong, a sentence without full stop, and why or what to do.
pub fn issue(lang: Lang, issue: PasswordIssue) -> (&'static str, &'static str) {
    match issue {
        PasswordIssue::Empty => (
            lang.pick("There is no password", "没有密码"),
            lang.pick(
                "Whoever gets the file has the private key, and Java takes no keystore without one.",
                "拿到文件就等于拿到私钥；Java 也不接受没有密码的密钥库。",
            ),
        ),
        PasswordIssue::Short => (
            lang.pick("Fewer than six characters", "少于 6 个字符"),
            lang.pick(
                "Java’s keytool refuses to make or change a keystore with such a password.",
                "Java 的 keytool 拒绝用这样的密码创建或修改密钥库。",
            ),
        ),
        PasswordIssue::NotAscii => (
            lang.pick("A character outside ASCII", "含有 ASCII 以外的字符"),
            lang.pick(
                "Java refuses such passwords for a PFX and calls them wrong; other programs disagree on how to write them. Letters, digits and simple signs work everywhere.",
                "Java 不接受这样的 PFX 密码，并提示密码错误；其他程序的编码方式也不一致。英文字母、数字和简单符号在哪里都能用。",
            ),
        ),
        PasswordIssue::BeyondBmp => (
            lang.pick("An emoji or a rare character", "含有表情符号或生僻字"),
            lang.pick(
                "Many programs cannot write it as a PFX wants it, and then call the password wrong.",
                "许多程序无法按 PFX 的要求编码它，因而提示密码错误。",
            ),
        ),
        PasswordIssue::Control => (
            lang.pick("An invisible control character", "含有不可见的控制字符"),
            lang.pick(
                "It usually came along when pasting. Nobody can type it, and server.xml cannot hold it.",
                "通常是粘贴时带入的。它无法手动输入，server.xml 里也不能包含它。",
            ),
        ),
        PasswordIssue::EdgeSpace => (
            lang.pick("A space at the beginning or the end", "开头或结尾有空格"),
            lang.pick(
                "It is easily lost in dialogs and password files; often it only came along when pasting.",
                "它在对话框和密码文件里容易丢失，往往只是粘贴时带入的。",
            ),
        ),
        PasswordIssue::QuotedInXml => (
            lang.pick("A character with a meaning in XML", "含有在 XML 中有特殊含义的字符"),
            lang.pick(
                "In server.xml it must be written differently, such as &amp; for &. The snippet made here does so; mind it when you type.",
                "在 server.xml 中要换一种写法，例如 & 写成 &amp;。这里生成的配置片段已经这样写；手动输入时要留意。",
            ),
        ),
        PasswordIssue::QuotedInShells => (
            lang.pick("A character with a meaning in shells", "含有在命令行中有特殊含义的字符"),
            lang.pick(
                "In a command it must be quoted. The commands made here are; mind it when you type one.",
                "写进命令时要加引号。这里生成的命令已经加好；手动输入时要留意。",
            ),
        ),
        PasswordIssue::TooLongForOpenSsl => (
            lang.pick("Longer than 1,023 bytes", "超过 1,023 字节"),
            lang.pick(
                "openssl’s commands cut it off there and then call it wrong.",
                "openssl 的命令会在此处截断，然后提示密码错误。",
            ),
        ),
        PasswordIssue::TooLongForOldWindows => (
            lang.pick("Longer than 31 characters", "超过 31 个字符"),
            lang.pick(
                "Import dialogs of older Windows are reported to call such passwords wrong.",
                "据报告，旧版 Windows 的导入对话框会提示这样的密码错误。",
            ),
        ),
    }
}

/// Everyone who can read a file, in one line.
pub fn readers(lang: Lang, readers: &Readers) -> String {
    if readers.0.is_empty() {
        return readers_unknown(lang).to_owned();
    }
    let names: Vec<String> = readers.0.iter().map(|who| reader(lang, who)).collect();
    names.join(lang.pick(", ", "、"))
}

fn reader(lang: Lang, reader: &Reader) -> String {
    match reader {
        Reader::Owner(name) => {
            let name = short(name);
            say!(lang, "{name} (owner)", "{name}（所有者）")
        }
        Reader::Administrators => lang.pick("administrators", "管理员").to_owned(),
        Reader::System => lang.pick("the system itself", "系统自身").to_owned(),
        Reader::Account(name) => short(name).into_owned(),
        Reader::Group(name) => {
            let name = short(name);
            say!(lang, "group {name}", "组 {name}")
        }
        Reader::Everyone => lang
            .pick("every user of this computer", "这台计算机的所有用户")
            .to_owned(),
    }
}
