//! How a result is protected, in Windows' own terms, and the reason for this target.

use crate::core::convert::{Recipe, Target};
use crate::core::kdf::Hash;
use crate::core::keystore::pfx::{PfxCipher, PfxRecipe};
use crate::text::Lang;

/// The name of a protection: `TripleDES-SHA1`.
pub fn label(lang: Lang, recipe: Recipe) -> String {
    match recipe {
        Recipe::Pfx(recipe) => Recipe::windows_label(recipe.keys).to_owned(),
        Recipe::Java { iterations: None } => {
            lang.pick("JKS key protection", "JKS 私钥保护").to_owned()
        }
        Recipe::Java {
            iterations: Some(iterations),
        } => {
            let rounds = rounds(lang, iterations);
            say!(
                lang,
                "JCEKS key protection with Triple DES, {rounds}",
                "JCEKS 私钥保护（3DES），{rounds}"
            )
        }
        Recipe::EncryptedKey { iterations } => {
            let rounds = rounds(lang, iterations);
            say!(
                lang,
                "AES-256, PBKDF2 with SHA-256, {rounds}",
                "AES-256，PBKDF2（SHA-256），{rounds}"
            )
        }
        Recipe::PlainKey => lang.pick("Not encrypted", "未加密").to_owned(),
        Recipe::Public => lang.pick("Not needed", "不需要").to_owned(),
    }
}

/// Why this protection for this target, or what is wrong with it. No full stop.
pub fn reason(lang: Lang, target: Target, recipe: Recipe) -> &'static str {
    match recipe {
        Recipe::Pfx(recipe) => cipher_reason(lang, target, recipe.keys),
        Recipe::Java { iterations: None } => lang.pick(
            "Sun’s own scheme with SHA-1, weak by today’s measure: the password has to be long",
            "Sun 自己的 SHA-1 方案，以今天的标准偏弱：密码要足够长",
        ),
        Recipe::Java { .. } => lang.pick(
            "stronger than JKS, weaker than a PFX with AES",
            "比 JKS 强，比使用 AES 的 PFX 弱",
        ),
        Recipe::EncryptedKey { .. } => lang.pick(
            "OpenSSL, Java and Windows read keys protected like this",
            "OpenSSL、Java 和 Windows 都能读取这样保护的私钥",
        ),
        Recipe::PlainKey => lang.pick(
            "the server starts without asking for a password; file permissions protect the key",
            "服务器启动时不需要输入密码；私钥靠文件权限保护",
        ),
        Recipe::Public => lang.pick(
            "certificates are public, no private key goes in",
            "证书是公开的，里面没有私钥",
        ),
    }
}

/// Why a cipher of a PFX for a target, or what it does there.
pub fn cipher_reason(lang: Lang, target: Target, cipher: PfxCipher) -> &'static str {
    match cipher {
        PfxCipher::TripleDesSha1 => triple_des(lang, target),
        PfxCipher::Aes256Sha256 => aes(lang, target),
    }
}

fn triple_des(lang: Lang, target: Target) -> &'static str {
    let (en, zh) = match target {
        Target::Server2016 => (
            "Server 2016 cannot read AES-256 and blames the password",
            "Server 2016 读不了 AES-256，却提示密码错误",
        ),
        Target::Server2019 => (
            "Server 2019 reads it; AES256-SHA256 would protect the key better there",
            "Server 2019 能读取；在那里 AES256-SHA256 对私钥的保护更好",
        ),
        Target::Ccs => (
            "every Windows that shares the store reads it; Server 2016 cannot read AES-256",
            "共用此存储的各版本 Windows 都能读取；Server 2016 读不了 AES-256",
        ),
        Target::OpenSsl => (
            "OpenSSL 3 reads it; AES256-SHA256 would protect the key better",
            "OpenSSL 3 能读取；AES256-SHA256 对私钥的保护更好",
        ),
        Target::OpenSsl1 => (
            "OpenSSL 1.x writes the same, and appliances often read nothing newer",
            "OpenSSL 1.x 写出的也是它，硬件设备往往读不了更新的",
        ),
        Target::Java | Target::Tomcat => (
            "this Java reads it; AES256-SHA256 would protect the key better",
            "这个版本的 Java 能读取；AES256-SHA256 对私钥的保护更好",
        ),
        Target::Java8 => (
            "Java 8 before 8u301 cannot read AES-256 in a PFX file",
            "8u301 之前的 Java 8 读不了 PFX 文件里的 AES-256",
        ),
        Target::MacOs => (
            "Keychain cannot check a PFX with SHA-256 and blames the password",
            "钥匙串无法校验使用 SHA-256 的 PFX，却提示密码错误",
        ),
    };
    lang.pick(en, zh)
}

fn aes(lang: Lang, target: Target) -> &'static str {
    let (en, zh) = match target {
        Target::Server2016 => (
            "Server 2016 cannot read it and will say that the password is wrong",
            "Server 2016 读不了，会提示密码错误",
        ),
        Target::Server2019 => (
            "read from Server 2019 and Windows 10 1809 on; older Windows blames the password",
            "Server 2019 和 Windows 10 1809 起可以读取；更早的 Windows 会提示密码错误",
        ),
        Target::Ccs => (
            "only where every server that shares the store runs Server 2019 or newer",
            "仅当共用此存储的每台服务器都是 Server 2019 或更新版本时可用",
        ),
        Target::OpenSsl => ("what OpenSSL 3 itself writes", "OpenSSL 3 自己写出的也是它"),
        Target::OpenSsl1 => (
            "OpenSSL 1.x reads it, appliances often do not",
            "OpenSSL 1.x 能读取，硬件设备往往不能",
        ),
        Target::Java | Target::Tomcat => (
            "what Java itself writes since 8u301, 11.0.12 and 17",
            "Java 8u301、11.0.12 和 17 起自己写出的也是它",
        ),
        Target::Java8 => (
            "Java 8 before 8u301 cannot read it",
            "8u301 之前的 Java 8 读不了",
        ),
        Target::MacOs => (
            "Keychain cannot check it and will say that the password is wrong",
            "钥匙串无法校验它，会提示密码错误",
        ),
    };
    lang.pick(en, zh)
}

/// The check that shows a wrong password and damage: `HMAC with SHA-1, 2,048 rounds`. Nothing for
/// results without one.
pub fn integrity(lang: Lang, recipe: Recipe) -> Option<String> {
    match recipe {
        Recipe::Pfx(PfxRecipe {
            mac, iterations, ..
        }) => {
            let (hash, rounds) = (mac.name(), rounds(lang, iterations));
            Some(say!(
                lang,
                "HMAC with {hash}, {rounds}",
                "HMAC（{hash}），{rounds}"
            ))
        }
        Recipe::Java { .. } => Some(
            lang.pick(
                "SHA-1 over password and content",
                "对密码和内容计算的 SHA-1",
            )
            .to_owned(),
        ),
        Recipe::EncryptedKey { .. } | Recipe::PlainKey | Recipe::Public => None,
    }
}

/// Why this check for this target. No full stop.
pub fn integrity_reason(lang: Lang, target: Target, recipe: Recipe) -> Option<&'static str> {
    let mac = match recipe {
        Recipe::Pfx(recipe) => recipe.mac,
        Recipe::Java { .. } => {
            return Some(lang.pick("the only one this form has", "这种格式只有这一种"));
        }
        Recipe::EncryptedKey { .. } | Recipe::PlainKey | Recipe::Public => return None,
    };
    let (en, zh) = match (mac, target) {
        (Hash::Sha1, Target::Server2016 | Target::MacOs | Target::Java8) => (
            "a SHA-256 check alone makes the import fail there",
            "仅仅校验用了 SHA-256，导入就会失败",
        ),
        (Hash::Sha1, Target::Ccs) => (
            "a SHA-256 check alone makes Server 2016 fail",
            "仅仅校验用了 SHA-256，Server 2016 就会失败",
        ),
        (Hash::Sha1, _) => (
            "goes with this protection and is read everywhere",
            "与这种保护配套，各处都能读取",
        ),
        (_, Target::Server2016 | Target::MacOs | Target::Java8) => (
            "the import fails there because of this check alone",
            "仅因这项校验，导入就会失败",
        ),
        (_, Target::Ccs) => (
            "Server 2016 fails because of this check alone",
            "仅因这项校验，Server 2016 就会失败",
        ),
        _ => (
            "goes with this protection and is read there",
            "与这种保护配套，那里可以读取",
        ),
    };
    Some(lang.pick(en, zh))
}

/// What the number of rounds costs and gains.
pub fn rounds_hint(lang: Lang) -> &'static str {
    lang.pick(
        "more rounds slow down whoever guesses the password, and every start of the server",
        "轮数越多，猜密码越慢，服务器每次启动也越慢",
    )
}

/// A number of rounds: `2,048 rounds`.
pub fn rounds(lang: Lang, count: u64) -> String {
    let number = match count {
        1_000..10_000 => format!("{},{:03}", count / 1_000, count % 1_000),
        _ => crate::text::number::whole(count),
    };
    match (lang, count) {
        (Lang::En, 1) => "1 round".to_owned(),
        (Lang::En, _) => format!("{number} rounds"),
        (Lang::Zh, _) => format!("{number} 轮"),
    }
}
