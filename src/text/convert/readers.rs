//! Which programs read a result, in words: their names, and the reason for every doubt.

use super::target;
use crate::core::convert::{Readable, Reader, Reason, Target};
use crate::text::Lang;

/// The name of a program that may read the result.
pub fn name(lang: Lang, reader: Reader) -> &'static str {
    match reader {
        Reader::Target(Target::Server2016) => lang.pick(
            "Windows Server 2008 R2 to 2016",
            "Windows Server 2008 R2 至 2016",
        ),
        Reader::Target(Target::Server2019) => lang.pick(
            "Windows Server 2019 and newer",
            "Windows Server 2019 及更新版本",
        ),
        Reader::Target(Target::OpenSsl) => {
            lang.pick("OpenSSL 3, nginx, Apache", "OpenSSL 3、nginx、Apache")
        }
        Reader::Target(Target::OpenSsl1) => target::title(lang, Target::OpenSsl1),
        Reader::Target(Target::Java) => lang.pick(
            "Java 8u301, 11.0.12, 17 and newer",
            "Java 8u301、11.0.12、17 及更新版本",
        ),
        Reader::Target(other) => target::title(lang, other),
        Reader::Fips => lang.pick("Systems in FIPS mode", "FIPS 模式的系统"),
    }
}

/// A cell's line: the name alone when it reads the result, else what it does.
pub fn line(lang: Lang, reader: Reader, readable: Readable) -> String {
    let name = name(lang, reader);
    match readable {
        Readable::Yes => name.to_owned(),
        Readable::Perhaps(_) => say!(lang, "{name}: perhaps not", "{name}：不一定"),
        Readable::No(_) => say!(lang, "{name}: no", "{name}：不能"),
    }
}

/// The answer alone, for a table.
pub fn answer(lang: Lang, readable: Readable) -> &'static str {
    match readable {
        Readable::Yes => lang.pick("yes", "能"),
        Readable::Perhaps(_) => lang.pick("perhaps", "不一定"),
        Readable::No(_) => lang.pick("no", "不能"),
    }
}

/// The reason in a few words.
pub fn short(lang: Lang, reason: Reason) -> &'static str {
    let (en, zh) = match reason {
        Reason::CipherTooNew => ("AES-256 is too new for it", "AES-256 对它来说太新"),
        Reason::MacTooNew => (
            "the SHA-256 check is too new for it",
            "SHA-256 校验对它来说太新",
        ),
        Reason::CipherNotApproved => ("FIPS does not allow this encryption", "FIPS 不允许这种加密"),
        Reason::OnlyNewWindows => ("Server 2019 and newer only", "仅限 Server 2019 及更新版本"),
        Reason::PasswordNotAscii => ("the password is not plain ASCII", "密码含有非 ASCII 字符"),
        Reason::PasswordShort => ("the password is under 6 characters", "密码少于 6 个字符"),
        Reason::PasswordEmpty => ("there is no password", "没有密码"),
        Reason::KeyKindUnknown => ("this kind of key", "这种私钥"),
        Reason::KeyKindFromJava15 => ("this kind of key needs Java 15", "这种私钥需要 Java 15"),
        Reason::KeyKindFromOpenSsl111 => (
            "this kind of key needs OpenSSL 1.1.1",
            "这种私钥需要 OpenSSL 1.1.1",
        ),
        Reason::OtherForm => ("a format of Java alone", "只有 Java 使用的格式"),
        Reason::NeedsPfx => ("wants a PFX", "需要 PFX"),
        Reason::NeedsKeystore => ("usually wants a keystore", "通常需要密钥库"),
    };
    lang.pick(en, zh)
}

/// The reason in a sentence, for this program.
pub fn full(lang: Lang, reader: Reader, reason: Reason) -> String {
    match reason {
        Reason::CipherTooNew | Reason::MacTooNew => too_new(lang, reader, reason).to_owned(),
        Reason::KeyKindUnknown => {
            let name = name(lang, reader);
            say!(
                lang,
                "{name}: this kind of key is not supported, or only by some versions.",
                "{name}：不支持这种私钥，或只有部分版本支持。"
            )
        }
        other => sentence(lang, other).to_owned(),
    }
}

fn too_new(lang: Lang, reader: Reader, reason: Reason) -> &'static str {
    match (reader, reason) {
        (Reader::Target(Target::Java8), _) => lang.pick(
            "Java 8 before 8u301 knows neither AES-256 nor a SHA-256 check in a PFX file and reports a failed integrity check.",
            "8u301 之前的 Java 8 不认识 PFX 文件里的 AES-256 和 SHA-256 校验，会报告完整性校验失败。",
        ),
        (Reader::Target(Target::MacOs), Reason::MacTooNew) => lang.pick(
            "Keychain does not check a PFX with SHA-256 and asks whether the password is wrong, although it is right.",
            "钥匙串不校验使用 SHA-256 的 PFX，会怀疑密码错误，其实密码是对的。",
        ),
        (Reader::Target(Target::MacOs), _) => lang.pick(
            "Only newer versions of macOS read AES-256 in a PFX file; older ones blame the password.",
            "只有较新的 macOS 能读取 PFX 文件里的 AES-256；更早的会提示密码错误。",
        ),
        (_, Reason::MacTooNew) => lang.pick(
            "Windows before Server 2019 and Windows 10 1809 does not know the SHA-256 check and says that the password is wrong, although it is right.",
            "Server 2019 和 Windows 10 1809 之前的 Windows 不认识 SHA-256 校验，会提示密码错误，其实密码是对的。",
        ),
        _ => lang.pick(
            "Windows before Server 2019 and Windows 10 1809 cannot read AES-256 in a PFX file and says that the password is wrong, although it is right.",
            "Server 2019 和 Windows 10 1809 之前的 Windows 读不了 PFX 文件里的 AES-256，会提示密码错误，其实密码是对的。",
        ),
    }
}

fn sentence(lang: Lang, reason: Reason) -> &'static str {
    let (en, zh) = match reason {
        Reason::CipherNotApproved => (
            "This encryption is not among the algorithms of FIPS 140; a system restricted to them may refuse the file.",
            "这种加密不在 FIPS 140 的算法之列；只允许这些算法的系统可能拒绝此文件。",
        ),
        Reason::OnlyNewWindows => (
            "Windows Server 2019 and newer read it; a store on Server 2016 or older reports a wrong password.",
            "Windows Server 2019 及更新版本能读取；Server 2016 或更早版本上的存储会提示密码错误。",
        ),
        Reason::PasswordNotAscii => (
            "The password has characters beyond ASCII; Java’s tools refuse it and say that it is incorrect.",
            "密码含有 ASCII 以外的字符；Java 的工具不接受，会提示密码不正确。",
        ),
        Reason::PasswordShort => (
            "Java’s tools refuse passwords under six characters.",
            "Java 的工具不接受少于 6 个字符的密码。",
        ),
        Reason::PasswordEmpty => (
            "The file has an empty password; Java’s tools want at least six characters.",
            "文件的密码为空；Java 的工具要求至少 6 个字符。",
        ),
        Reason::KeyKindFromJava15 => (
            "Java knows Ed25519 and Ed448 keys from version 15 on.",
            "Java 从版本 15 起才认识 Ed25519 和 Ed448 私钥。",
        ),
        Reason::KeyKindFromOpenSsl111 => (
            "OpenSSL knows Ed25519 and Ed448 keys from version 1.1.1 on, appliances often not at all.",
            "OpenSSL 从版本 1.1.1 起才认识 Ed25519 和 Ed448 私钥，硬件设备往往完全不认识。",
        ),
        Reason::OtherForm => (
            "JKS and JCEKS are formats of Java; other programs do not read them.",
            "JKS 和 JCEKS 是 Java 的格式；其他程序读不了。",
        ),
        Reason::NeedsPfx => (
            "It takes a private key only together with its certificate in a PFX file.",
            "它只接受与证书一起放在 PFX 文件里的私钥。",
        ),
        Reason::NeedsKeystore => (
            "Java’s own tools take a key only inside a keystore; some servers, Spring Boot among them, read PEM too.",
            "Java 自带的工具只接受密钥库里的私钥；有些服务器（例如 Spring Boot）也能读取 PEM。",
        ),
        Reason::CipherTooNew | Reason::MacTooNew | Reason::KeyKindUnknown => {
            ("It is newer than the program.", "它比这个程序新。")
        }
    };
    lang.pick(en, zh)
}
