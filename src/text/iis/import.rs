//! Words of bringing a PFX into the stores of this computer.

use crate::core::iis::store::KeyLink;
use crate::core::iis::store::import::{PfxImport, PfxImportFault};
use crate::text::Lang;
use crate::text::foreign::short;
use crate::text::problem::Problem;

/// Why it was not imported.
pub fn explain(lang: Lang, path: &str, fault: &PfxImportFault) -> Problem {
    let (cause, remedy) = match fault {
        PfxImportFault::NotWindows => (
            lang.pick("This computer does not run Windows and has no such stores.", "这台计算机没有运行 Windows，没有这样的证书存储。"),
            lang.pick("Run it on the server, or import the file there with certutil -importpfx.", "在服务器上运行，或在那里用 certutil -importpfx 导入。"),
        ),
        PfxImportFault::Denied => (
            lang.pick("Only an administrator may import for the computer.", "只有管理员才能为计算机导入。"),
            lang.pick("Start the command line as administrator.", "以管理员身份启动命令行。"),
        ),
        PfxImportFault::NotPfx => (
            lang.pick("It is no PFX, or a damaged one.", "它不是 PFX，或已损坏。"),
            lang.pick("Open it in Certwright to see what it is.", "用 Certwright 打开，查看它是什么。"),
        ),
        PfxImportFault::WrongPassword => (
            lang.pick(
                "No password opens it, or it is protected in a way that this Windows cannot read: Server 2016 and older do not know AES-256 and blame the password.",
                "没有密码能打开它，或它的保护方式这个 Windows 读不了：Server 2016 及更早版本不认识 AES-256，却提示密码错误。",
            ),
            lang.pick("Give the password with --password-file, or make the file again for this server: convert --target server-2016.", "用 --password-file 给出密码，或为这台服务器重新制作：convert --target server-2016。"),
        ),
        PfxImportFault::NoKey => (
            lang.pick("No certificate in it has its private key.", "其中没有带私钥的证书。"),
            lang.pick("Make a PFX of the certificate and its key with `convert`.", "用 `convert` 把证书和私钥制作成 PFX。"),
        ),
        PfxImportFault::SeveralKeys(_) => (
            lang.pick("Several certificates in it have a key, and one is expected.", "其中有多个带私钥的证书，而这里只接受一个。"),
            lang.pick("Make a PFX for each of them.", "为每个证书单独制作 PFX。"),
        ),
        PfxImportFault::Other(_) => (
            lang.pick("Windows refused it.", "Windows 拒绝了它。"),
            lang.pick("See the detail, and try certutil -importpfx for its own words.", "查看详细信息，并用 certutil -importpfx 查看它的提示。"),
        ),
    };
    Problem {
        happened: say!(
            lang,
            "“{path}” was not imported; nothing was changed",
            "没有导入“{path}”；没有任何改动"
        ),
        causes: vec![cause.to_owned()],
        remedies: vec![remedy.to_owned()],
        raw: match fault {
            PfxImportFault::Other(words) => Some(short(words).into_owned()),
            _ => None,
        },
    }
}

/// What an import did, line by line.
pub fn done(lang: Lang, path: &str, import: &PfxImport) -> Vec<String> {
    let leaf = import.leaf;
    let mut lines = vec![match import.was_there {
        true => say!(
            lang,
            "The certificate of “{path}” was there already with its key; it was not touched",
            "“{path}”中的证书和私钥已经存在，没有改动"
        ),
        false => say!(
            lang,
            "The certificate of “{path}” is imported with its key",
            "已导入“{path}”中的证书和私钥"
        ),
    }];
    lines.push(say!(lang, "Thumbprint: {leaf}", "指纹：{leaf}"));
    lines.push(
        match import.key {
            KeyLink::Present => lang.pick("The key opens.", "私钥可以打开。"),
            KeyLink::Missing => {
                lang.pick("Windows finds no key for it.", "Windows 找不到它的私钥。")
            }
            KeyLink::Broken => lang.pick(
                "The key does not open: certutil -repairstore my, with the serial number.",
                "私钥打不开：用 certutil -repairstore my 加序列号修复。",
            ),
            KeyLink::Unknown => lang.pick(
                "Whether the key opens is not known.",
                "不知道私钥能否打开。",
            ),
        }
        .to_owned(),
    );
    for other in &import.intermediates {
        lines.push(say!(lang, "In CA: {other}", "在 CA 存储中：{other}"));
    }
    for root in &import.roots_left_out {
        lines.push(say!(
            lang,
            "Left out, since roots are never imported: {root}",
            "未导入（从不导入根证书）：{root}"
        ));
    }
    lines
}
