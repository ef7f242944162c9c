//! Why a file could not be read or written.

use super::finding::Words;
use super::number::size;
use super::{Lang, foreign};
use crate::core::env::FileFault;

/// Reason and remedy for one fault.
pub fn explain(lang: Lang, fault: &FileFault) -> (String, &'static str) {
    let (why, remedy) = match fault {
        FileFault::Missing => missing(lang),
        FileFault::Denied => denied(lang),
        FileFault::NotAFile => not_a_file(lang),
        FileFault::LinkLoop => link_loop(lang),
        FileFault::LinkNotFollowed => link_not_followed(lang),
        FileFault::TooLarge(bytes) => return (too_large(lang, *bytes), large_remedy(lang)),
        FileFault::Exists => exists(lang),
        FileFault::Full => full(lang),
        FileFault::AccountUnknown(name) => return account_unknown(lang, name),
        FileFault::AccountTooWide(name) => return account_too_wide(lang, name),
        FileFault::AccountNotAllowed(name) => return account_not_allowed(lang, name),
        FileFault::Other(_) => other(lang),
    };
    (why.to_owned(), remedy)
}

/// The words of the finding that a file could not be read.
pub(super) fn unreadable(lang: Lang, fault: &FileFault) -> Words {
    let (why, remedy) = explain(lang, fault);
    let words = Words::new(
        lang.pick("The file could not be read", "文件无法读取"),
        why,
        remedy,
    );
    match fault {
        FileFault::Other(detail) => words.raw(detail),
        _ => words,
    }
}

type Pair = (&'static str, &'static str);

fn missing(lang: Lang) -> Pair {
    (
        lang.pick(
            "There is nothing by this name.",
            "没有这个名称的文件或文件夹。",
        ),
        lang.pick(
            "Check the spelling; the file may have been moved or deleted meanwhile.",
            "检查拼写；文件可能已被移动或删除。",
        ),
    )
}

fn link_not_followed(lang: Lang) -> Pair {
    (
        lang.pick(
            "It is a link that leads somewhere else, and links inside folders are not followed.",
            "它是指向别处的链接，文件夹里的链接不会被跟随。",
        ),
        lang.pick(
            "Open what the link leads to, if you mean it.",
            "如果确实需要，请直接打开链接指向的文件。",
        ),
    )
}

fn denied(lang: Lang) -> Pair {
    (
        lang.pick("Your account has no right to it.", "您的账户没有权限。"),
        lang.pick(
            "Copy it to a folder of your own with an account that may read it, or ask for the right.",
            "用有权限的账户把它复制到自己的文件夹，或申请权限。",
        ),
    )
}

fn not_a_file(lang: Lang) -> Pair {
    (
        lang.pick(
            "It is a pipe, socket or device, and reading it might never end.",
            "它是管道、套接字或设备，读取可能永远不会结束。",
        ),
        lang.pick(
            "Save its content to a file and open that.",
            "把内容保存为文件，再打开文件。",
        ),
    )
}

fn link_loop(lang: Lang) -> Pair {
    (
        lang.pick("The link leads in a circle.", "这个链接首尾相连。"),
        lang.pick(
            "Open the folder that holds the files themselves.",
            "打开文件实际所在的文件夹。",
        ),
    )
}

fn too_large(lang: Lang, bytes: u64) -> String {
    let (size, limit) = (size(bytes), size(crate::core::limits::FILE_BYTES));
    say!(
        lang,
        "It is {size} large; files up to {limit} are read.",
        "文件大小为 {size}；最多读取 {limit} 的文件。"
    )
}

fn large_remedy(lang: Lang) -> &'static str {
    lang.pick(
        "No certificate is that large; open the right file, or split the collection.",
        "没有这么大的证书；打开正确的文件，或拆分这个集合。",
    )
}

fn exists(lang: Lang) -> Pair {
    (
        lang.pick("A file of this name is there already.", "已经有同名文件。"),
        lang.pick(
            "Choose another name, or allow replacing it.",
            "换一个名称，或允许替换。",
        ),
    )
}

fn full(lang: Lang) -> Pair {
    (
        lang.pick("The disk is full.", "磁盘已满。"),
        lang.pick(
            "Make room, or choose another disk.",
            "腾出空间，或选择其他磁盘。",
        ),
    )
}

fn other(lang: Lang) -> Pair {
    (
        lang.pick(
            "The system reported an error while reading or writing.",
            "读写时系统报告了错误。",
        ),
        lang.pick(
            "Check the disk or network drive, or copy the file to a local folder.",
            "检查磁盘或网络驱动器，或把文件复制到本地文件夹。",
        ),
    )
}

fn account_unknown(lang: Lang, name: &str) -> (String, &'static str) {
    let name = foreign::display(name);
    (
        say!(
            lang,
            "There is no account or group named “{name}” on this computer.",
            "这台计算机上没有名为“{name}”的账户或组。"
        ),
        lang.pick(
            "Check the spelling. On Linux name a group, such as the one the server runs under; on Windows an account or group, such as “NETWORK SERVICE”.",
            "检查拼写。在 Linux 上填写组名，例如服务器运行时所属的组；在 Windows 上填写账户或组，例如“NETWORK SERVICE”。",
        ),
    )
}

fn account_too_wide(lang: Lang, name: &str) -> (String, &'static str) {
    let name = foreign::display(name);
    (
        say!(
            lang,
            "“{name}” holds all users or nearly all, and a private key or password is never given to them.",
            "“{name}”包含所有或几乎所有用户，私钥和密码绝不会对其开放。"
        ),
        lang.pick(
            "Name the one account or group under which the server runs.",
            "填写服务器运行时所用的那个账户或组。",
        ),
    )
}

fn account_not_allowed(lang: Lang, name: &str) -> (String, &'static str) {
    let name = foreign::display(name);
    (
        say!(
            lang,
            "Your account is not a member of the group “{name}”, so the system does not let you give files to it.",
            "您的账户不是组“{name}”的成员，系统不允许您把文件交给它。"
        ),
        lang.pick(
            "Run this as root, or have your account added to the group and sign in again.",
            "以 root 身份执行，或让管理员把您的账户加入该组后重新登录。",
        ),
    )
}
