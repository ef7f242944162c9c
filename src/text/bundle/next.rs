//! Next steps beside the story: what can be done from here, and with what.

use crate::core::time::Moment;
use crate::text::Lang;
use crate::text::foreign::short;
use crate::text::time::date;

/// Something to do next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Add the server certificate.
    AddCertificate,
    /// Add the issuer of this name.
    AddIntermediate(String),
    /// Add the private key.
    AddKey,
    /// Convert the certificate of this name for another server.
    Convert(String),
    /// Enter the password of so many locked files.
    EnterPassword(usize),
    /// Make the PFX that IIS imports, of this name.
    MakePfxForIis(String),
    /// Order the next certificate from this day on.
    Renew(Moment),
    /// Save leaf and issuers in order, so many certificates.
    SaveFullChain(usize),
    /// Save the story as text.
    SaveReport,
    /// Show everything in the certificate of this name.
    ShowCertificate(String),
}

impl Step {
    /// What to do, and one line of how.
    pub fn words(&self, lang: Lang) -> (String, String) {
        match self {
            Self::AddCertificate => fixed(
                lang,
                ("Add the certificate", "添加证书"),
                (
                    "the .crt, .pem or .p7b of the CA",
                    "CA 发来的 .crt、.pem 或 .p7b",
                ),
            ),
            Self::AddIntermediate(issuer) => {
                let issuer = short(issuer);
                let title = lang.pick("Add the intermediate", "添加中间证书");
                (title.to_owned(), issuer.into_owned())
            }
            Self::AddKey => fixed(
                lang,
                ("Add the private key", "添加私钥"),
                ("made together with the CSR", "与 CSR 一同生成的文件"),
            ),
            Self::Convert(name) => {
                let title = lang.pick("Convert…", "转换…");
                (title.to_owned(), short(name).into_owned())
            }
            Self::MakePfxForIis(name) => {
                let title = lang.pick("Make a PFX for IIS", "为 IIS 制作 PFX");
                (title.to_owned(), short(name).into_owned())
            }
            Self::EnterPassword(count) => {
                let files = crate::text::number::counted(
                    lang,
                    *count,
                    ("locked file", "locked files"),
                    "个未打开的文件",
                );
                let title = lang.pick("Enter the password", "输入密码");
                (title.to_owned(), say!(lang, "for {files}", "用于 {files}"))
            }
            Self::Renew(from) => {
                let day = date(lang, *from);
                let title = lang.pick("Order the next one", "申请下一个证书");
                (title.to_owned(), say!(lang, "from {day}", "从 {day} 开始"))
            }
            Self::SaveFullChain(count) => (
                lang.pick("Save the full chain", "保存完整证书链")
                    .to_owned(),
                say!(
                    lang,
                    "{count} certificates in order",
                    "{count} 个证书，按顺序"
                ),
            ),
            Self::SaveReport => fixed(
                lang,
                ("Save the report", "保存报告"),
                ("as text, without secrets", "文本格式，不含机密"),
            ),
            Self::ShowCertificate(name) => {
                let title = lang.pick("Look at the certificate", "查看证书");
                (title.to_owned(), short(name).into_owned())
            }
        }
    }
}

fn fixed(lang: Lang, title: (&str, &str), how: (&str, &str)) -> (String, String) {
    (
        lang.pick(title.0, title.1).to_owned(),
        lang.pick(how.0, how.1).to_owned(),
    )
}
