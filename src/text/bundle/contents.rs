//! What is in the bundle: counts for the status bar, one line per artifact.

use std::collections::BTreeSet;

use crate::core::artifact::{Artifact, Content, Lock, Protection};
use crate::core::bundle::Inspection;
use crate::core::finding::Kind;
use crate::core::place::Place;
use crate::text::foreign::short;
use crate::text::number::counted;
use crate::text::{Lang, kind};

/// `2 certificates, 1 key, 1 request, 2 keystores`: distinct ones, empty when there are none.
pub fn counts(lang: Lang, inspection: &Inspection) -> String {
    let mut parts = Vec::new();
    for group in [
        &[Kind::Certificate][..],
        &[Kind::Key],
        &[Kind::Csr],
        &[Kind::Pfx, Kind::Jks, Kind::Jceks],
        &[Kind::Crl],
    ] {
        let distinct: BTreeSet<_> = inspection
            .artifacts
            .iter()
            .filter(|artifact| group.contains(&artifact.kind()))
            .map(|artifact| artifact.fingerprint)
            .collect();
        if let (Some(kind), 1..) = (group.first(), distinct.len()) {
            parts.push(kind::count(lang, *kind, distinct.len()));
        }
    }
    parts.join(lang.pick(", ", "，"))
}

/// Where something lies, with the name of what was opened when that is more than one. Foreign text:
/// quoted before it is shown.
pub fn place(inspection: &Inspection, place: &Place) -> String {
    if inspection.opened().len() > 1 && !place.path.is_empty() {
        format!("{}/{place}", place.root)
    } else {
        place.to_string()
    }
}

/// What an artifact is, in a few words.
pub fn content(lang: Lang, artifact: &Artifact) -> String {
    match &artifact.content {
        Content::Certificate {
            certificate,
            trusted,
        } => {
            let name = super::subject_name(certificate);
            if *trusted {
                say!(lang, "trusted certificate of {name}", "受信任证书：{name}")
            } else {
                say!(lang, "certificate of {name}", "证书：{name}")
            }
        }
        Content::Crl(list) => {
            let revoked = counted(lang, list.revoked, ("entry", "entries"), "个条目");
            say!(lang, "revocation list, {revoked}", "吊销列表，{revoked}")
        }
        Content::Csr(_) => kind::noun(lang, Kind::Csr).to_owned(),
        Content::Key {
            key, protection, ..
        } => {
            let name = crate::text::key::name(&key.info);
            let state = protected(lang, protection);
            say!(
                lang,
                "private key, {name}, {state}",
                "私钥，{name}，{state}"
            )
        }
        Content::Keystore {
            kind, lock: state, ..
        } => {
            let (noun, state) = (kind::noun(lang, *kind), lock(lang, state));
            say!(lang, "{noun}, {state}", "{noun}，{state}")
        }
        Content::LockedKey { lock: state, .. } => {
            let state = lock(lang, state);
            say!(lang, "private key, {state}", "私钥，{state}")
        }
        Content::PasswordFile { candidates } => {
            let lines = counted(lang, *candidates, ("password", "passwords"), "个密码");
            say!(lang, "password file, {lines}", "密码文件，{lines}")
        }
        Content::NotOpened(_) => lang.pick("not opened", "未打开").to_owned(),
        Content::Unknown => lang.pick("not understood", "无法识别").to_owned(),
        Content::Archive | Content::Pkcs7 | Content::PublicKey(_) | Content::Text => {
            kind::noun(lang, artifact.kind()).to_owned()
        }
    }
}

fn protected(lang: Lang, protection: &Protection) -> &'static str {
    match protection {
        Protection::None => lang.pick("unencrypted", "未加密"),
        Protection::Password { .. } => lang.pick("opened with a password", "已用密码打开"),
        Protection::Keystore => lang.pick("in its keystore", "在密钥库中"),
    }
}

/// Whether something is open, in a few words.
pub fn lock(lang: Lang, lock: &Lock) -> String {
    use crate::core::secret::Origin;
    match lock {
        Lock::Open(Some(Origin::File(place))) => {
            let file = short(place.file_name());
            say!(lang, "opened with {file}", "已用 {file} 打开")
        }
        Lock::Open(Some(Origin::Empty)) => lang
            .pick("opened with an empty password", "已用空密码打开")
            .to_owned(),
        Lock::Open(Some(Origin::Given | Origin::Remembered)) => lang
            .pick("opened with a known password", "已用已知密码打开")
            .to_owned(),
        Lock::Open(None) => lang.pick("open", "已打开").to_owned(),
        Lock::PasswordNeeded => lang.pick("needs a password", "需要密码").to_owned(),
        Lock::PasswordWrong => lang.pick("password refused", "密码不正确").to_owned(),
        Lock::TooCostly(_) => lang
            .pick("would cost too much to open", "打开的代价过高")
            .to_owned(),
        Lock::Unsupported(_) => lang
            .pick("cipher not read here", "加密算法读不了")
            .to_owned(),
        Lock::Damaged(_) => lang.pick("damaged", "已损坏").to_owned(),
    }
}
