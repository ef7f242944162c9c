//! What is said of a request that was made or checked.

use crate::core::ledger::{Entry, EntryId, LedgerFault};
use crate::core::x509::signature::SignatureVerdict;
use crate::text::Lang;
use crate::text::foreign::short;
use crate::text::number::shortened;
use crate::text::time::date;

phrases! {
    made: "The key and the CSR were made", "密钥和 CSR 已生成";
    made_for_key: "The CSR was made for the existing key", "已用现有密钥生成 CSR";
    key_file: "Private key", "私钥";
    password_file: "Password of the key", "私钥密码";
    request_file: "CSR", "CSR 文件";
    keep_key: "Keep the private key: the certificate is of no use without it. Send only the CSR to the CA.", "保管好私钥：没有它，证书就无法使用。只把 CSR 提交给 CA。";
    recorded: "Noted in the ledger, so that the certificate finds its key when it comes back.", "已记入台账，收到证书时可以找到它的密钥。";
    signed_by_itself: "Signed by its own key", "由自身密钥签名";
    signature_bad: "The signature does not fit the key", "签名与密钥不符";
    signature_unknown: "Signature not checked", "签名未检查";
    key_line: "Key", "密钥";
    names_line: "Names", "域名";
    subject_line: "Subject", "使用者";
    signature_line: "Signature", "签名";
    fingerprint_line: "Key (SHA-256)", "密钥（SHA-256）";
    fine: "Nothing stands against this CSR", "未发现这个 CSR 有问题";
    none: "none", "无";
    attributes: "Attributes", "属性";
    not_taken_over: "Not taken over", "未沿用的内容";
}

/// Whether a signature verified.
pub fn signature(lang: Lang, verdict: &SignatureVerdict) -> &'static str {
    match verdict {
        SignatureVerdict::Valid => signed_by_itself(lang),
        SignatureVerdict::Invalid => signature_bad(lang),
        SignatureVerdict::NotChecked(_) => signature_unknown(lang),
    }
}

/// What came of telling the ledger.
pub fn ledger(lang: Lang, outcome: &Result<EntryId, LedgerFault>) -> String {
    match outcome {
        Ok(_) => recorded(lang).to_owned(),
        Err(fault) => {
            let why = fault_words(lang, fault);
            say!(
                lang,
                "Not noted in the ledger: {why}. The files are whole.",
                "未能记入台账：{why}。文件不受影响。"
            )
        }
    }
}

fn fault_words(lang: Lang, fault: &LedgerFault) -> String {
    match fault {
        LedgerFault::NoFolder => lang
            .pick(
                "this system names no folder for it",
                "系统没有提供存放它的文件夹",
            )
            .to_owned(),
        LedgerFault::Newer { .. } => lang
            .pick(
                "a newer version of Certwright wrote it, so it is only read",
                "它由更新版本的 Certwright 写入，这里只能读取",
            )
            .to_owned(),
        LedgerFault::Damaged { detail, .. } => {
            let detail = short(detail);
            say!(lang, "it is damaged ({detail})", "它已损坏（{detail}）")
        }
        LedgerFault::Unusable { detail, .. } => {
            let detail = short(detail);
            say!(
                lang,
                "it could not be written ({detail})",
                "无法写入（{detail}）"
            )
        }
        LedgerFault::NoEntry(_) => lang.pick("the entry is gone", "条目已不存在").to_owned(),
    }
}

/// An earlier use of the same key.
pub fn earlier(lang: Lang, entry: &Entry) -> String {
    let day = date(lang, entry.made.at);
    let names: Vec<_> = entry.made.names.iter().map(|name| short(name)).collect();
    let names = match names.is_empty() {
        true => none(lang).to_owned(),
        false => shortened(lang, &names, 3),
    };
    say!(
        lang,
        "This key was asked for a certificate before, on {day}: {names}.",
        "这个密钥在 {day} 申请过证书：{names}。"
    )
}
