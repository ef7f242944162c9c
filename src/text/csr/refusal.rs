//! Why a request was not made, in words.

use super::field;
use crate::core::csr::{Charset, Refusal};
use crate::core::finding::Finding;
use crate::core::kdf::Hash;
use crate::core::key::SignFault;
use crate::core::keystore::WriteFault;
use crate::text::Lang;
use crate::text::finding::words;
use crate::text::foreign::short;
use crate::text::problem::Problem;

/// The words of a refusal.
pub fn explain(lang: Lang, refusal: &Refusal) -> Problem {
    match refusal {
        Refusal::Empty => problem(
            lang.pick("The CSR would ask for nothing", "CSR 里没有要申请的内容")
                .to_owned(),
            lang.pick(
                "There is neither a name nor a field of the subject.",
                "既没有域名，也没有使用者字段。",
            ),
            lang.pick("Enter at least one name.", "至少填写一个域名。"),
        ),
        Refusal::Subject(finding) => subject(lang, finding),
        Refusal::Charset { what, value } => charset(lang, what, value),
        Refusal::NotAnOid(text) => {
            let text = short(text);
            problem(
                say!(
                    lang,
                    "“{text}” is no object identifier",
                    "“{text}”不是对象标识符（OID）"
                ),
                lang.pick(
                    "An identifier is numbers with dots between them.",
                    "对象标识符是用点隔开的数字。",
                ),
                lang.pick(
                    "Write it like 1.3.6.1.5.5.7.3.1.",
                    "按这样的形式填写：1.3.6.1.5.5.7.3.1。",
                ),
            )
        }
        Refusal::Key(fault) => key(lang, fault),
        Refusal::NotVerified => problem(
            lang.pick(
                "The signature made with the key does not verify",
                "用该密钥做的签名验证不通过",
            )
            .to_owned(),
            lang.pick(
                "The public half that the file carries belongs to another key, or the file is damaged.",
                "文件里的公钥部分属于另一个密钥，或者文件已损坏。",
            ),
            lang.pick(
                "Use another copy of the key, or a new key.",
                "使用密钥的另一份副本，或使用新密钥。",
            ),
        ),
        Refusal::NoKey => problem(
            lang.pick("No key could be made", "无法生成密钥").to_owned(),
            lang.pick(
                "The system gave no random bytes.",
                "系统没有提供随机数。",
            ),
            lang.pick(
                "Try again, or restart the computer.",
                "重试，或重新启动计算机。",
            ),
        ),
        Refusal::Encrypt(fault) => encrypt(lang, fault),
    }
}

fn problem(happened: String, cause: &str, remedy: &str) -> Problem {
    Problem {
        happened,
        causes: vec![cause.to_owned()],
        remedies: vec![remedy.to_owned()],
        raw: None,
    }
}

fn subject(lang: Lang, finding: &Finding) -> Problem {
    let said = words(lang, finding);
    problem(said.message, &said.why, &said.remedy)
}

fn charset(lang: Lang, what: &Charset, value: &str) -> Problem {
    let what = match what {
        Charset::Attribute(oid) => field(lang, oid),
        Charset::Dns => lang.pick("DNS name", "DNS 名称").into(),
        Charset::Email => lang.pick("E-mail", "电子邮件").into(),
        Charset::Uri => lang.pick("Address (URI)", "地址（URI）").into(),
    };
    let value = short(value);
    problem(
        say!(
            lang,
            "“{value}” has characters that this field cannot hold: {what}",
            "“{value}”含有该字段不能容纳的字符：{what}"
        ),
        lang.pick(
            "The standards keep this field to ASCII letters, digits and few marks.",
            "标准规定该字段只能使用 ASCII 字母、数字和少数符号。",
        ),
        lang.pick(
            "Write host names in their xn-- form, and everything else without accents or Han.",
            "主机名使用 xn-- 形式，其他内容不要使用重音字母或汉字。",
        ),
    )
}

fn key(lang: Lang, fault: &SignFault) -> Problem {
    let remedy = lang.pick(
        "Use a new key, RSA 2048 or P-256.",
        "使用新密钥：RSA 2048 或 P-256。",
    );
    match fault {
        SignFault::Kind { kind } => {
            let kind = short(kind);
            problem(
                say!(
                    lang,
                    "A key of this kind cannot sign a CSR here: {kind}",
                    "这种密钥不能在这里为 CSR 签名：{kind}"
                ),
                lang.pick(
                    "It is made for other work, or for signatures that public CAs do not take.",
                    "它用于其他用途，或者公共 CA 不接受这种签名。",
                ),
                remedy,
            )
        }
        SignFault::Size { bits } => problem(
            say!(
                lang,
                "An RSA key of {bits} bits cannot sign a CSR here",
                "{bits} 位的 RSA 密钥不能在这里为 CSR 签名"
            ),
            lang.pick(
                "CAs take RSA keys of 2,048 bits and more; here they may have 8,192 at most.",
                "CA 要求 RSA 密钥不少于 2048 位；这里最多支持 8192 位。",
            ),
            remedy,
        ),
        SignFault::Hash { kind, hash } => {
            let (kind, hash) = (short(kind), hash_name(*hash));
            problem(
                say!(
                    lang,
                    "A key of this kind does not sign with {hash}: {kind}",
                    "这种密钥不使用 {hash} 签名：{kind}"
                ),
                lang.pick(
                    "Curves have a hash that fits their size, and Ed25519 and SM2 one of their own.",
                    "每种曲线都有与其长度相应的哈希算法，Ed25519 和 SM2 则有自己的算法。",
                ),
                lang.pick(
                    "Leave the hash out; the right one is then taken.",
                    "不指定哈希算法，会自动选用合适的。",
                ),
            )
        }
        SignFault::Broken => problem(
            lang.pick(
                "The key’s numbers do not belong together",
                "密钥里的数值互不匹配",
            )
            .to_owned(),
            lang.pick("The file is damaged.", "文件已损坏。"),
            lang.pick(
                "Use another copy of the key, or a new key.",
                "使用密钥的另一份副本，或使用新密钥。",
            ),
        ),
    }
}

/// The usual name of a hash.
pub fn hash_name(hash: Hash) -> &'static str {
    match hash {
        Hash::Md5 => "MD5",
        Hash::Sha1 => "SHA-1",
        Hash::Sha224 => "SHA-224",
        Hash::Sha256 => "SHA-256",
        Hash::Sha384 => "SHA-384",
        Hash::Sha512 => "SHA-512",
        Hash::Sha512_224 => "SHA-512/224",
        Hash::Sha512_256 => "SHA-512/256",
    }
}

fn encrypt(lang: Lang, fault: &WriteFault) -> Problem {
    let (cause, remedy) = match fault {
        WriteFault::LimitReached { allowed, .. } => {
            let allowed = crate::text::number::whole(*allowed);
            (
                say!(
                    lang,
                    "The number of rounds must lie between 1 and {allowed}.",
                    "迭代次数必须在 1 到 {allowed} 之间。"
                ),
                lang.pick(
                    "Leave the rounds out; 10,000 are usual.",
                    "不指定迭代次数；通常为 10000 次。",
                ),
            )
        }
        _ => (
            lang.pick("The system gave no random bytes.", "系统没有提供随机数。")
                .to_owned(),
            lang.pick(
                "Try again, or restart the computer.",
                "重试，或重新启动计算机。",
            ),
        ),
    };
    problem(
        lang.pick("The key could not be encrypted", "无法加密密钥")
            .to_owned(),
        &cause,
        remedy,
    )
}

/// A file or paste without a request.
pub fn no_request(lang: Lang, name: &str) -> Problem {
    let name = short(name);
    problem(
        say!(lang, "No CSR was found in “{name}”", "“{name}”里没有 CSR"),
        lang.pick(
            "A CSR begins with BEGIN CERTIFICATE REQUEST, or is the same in DER.",
            "CSR 以 BEGIN CERTIFICATE REQUEST 开头，或者是同样内容的 DER 文件。",
        ),
        lang.pick(
            "Check that this is the file that was sent to the CA, not the certificate or the key.",
            "确认它是提交给 CA 的文件，而不是证书或私钥。",
        ),
    )
}
