//! Words for what a certificate lost against the one before it.

use super::{Words, about, name, names};
use crate::core::finding::Id;
use crate::core::time::Moment;
use crate::text::prose::sentences;
use crate::text::time::date;
use crate::text::{Lang, usage};

/// clientAuth.
const CLIENT: &str = "1.3.6.1.5.5.7.3.2";

/// What the older certificate had.
pub(super) struct Lost<'a> {
    pub usages: &'a [String],
    pub names: &'a [String],
    pub key: Option<&'a [String; 2]>,
    pub common_name: Option<&'a str>,
}

pub(super) fn changed(lang: Lang, subject: &str, before: Moment, lost: Lost<'_>) -> Words {
    let (subject, day) = (name(subject), date(lang, before));
    let mut said = Vec::new();
    if !lost.usages.is_empty() {
        let uses: Vec<String> = lost
            .usages
            .iter()
            .map(|oid| usage::purpose(lang, oid).into_owned())
            .collect();
        let uses = names(lang, &uses);
        said.push(say!(
            lang,
            "It is no longer for {uses}.",
            "它不再用于{uses}。"
        ));
    }
    if lost.usages.iter().any(|oid| oid == CLIENT) {
        said.push(
            lang.pick(
                "What used it as a client’s certificate stops working: mutual TLS, RADIUS, ADFS, VPN, SQL Server.",
                "把它当作客户端证书使用的地方会失效：双向 TLS、RADIUS、ADFS、VPN、SQL Server。",
            )
            .to_owned(),
        );
    }
    if !lost.names.is_empty() {
        let gone = names(lang, lost.names);
        said.push(say!(
            lang,
            "These names are gone: {gone}.",
            "少了这些域名：{gone}。"
        ));
    }
    if let Some([old, new]) = lost.key {
        said.push(say!(
            lang,
            "The key is of another kind: {old} before, {new} now.",
            "密钥类型变了：以前是 {old}，现在是 {new}。"
        ));
    }
    if let Some(common_name) = lost.common_name {
        let common_name = name(common_name);
        said.push(say!(
            lang,
            "The common name “{common_name}” is gone; programs that look certificates up by it no longer find this one.",
            "通用名称“{common_name}”没有了；按它查找证书的程序会找不到这个证书。"
        ));
    }
    Words::new(
        say!(
            lang,
            "“{subject}” differs from the certificate of {day} that it follows",
            "“{subject}”与它所接替的 {day} 的证书不同"
        ),
        sentences(lang, &said),
        about(lang, Id::UsageChangedOnRenewal).remedy,
    )
}
