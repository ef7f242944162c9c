//! Words of facts about keystores.

use super::key::waiting;
use super::{Action, Words, about, bundle, file_name, name, names, refused_file};
use crate::core::convert::{Reader, Reason, Target};
use crate::core::finding::{Id, KeystoreFact, Kind};
use crate::core::keystore::{ChecksumFault, OtherEntry, OtherKind};
use crate::core::place::Place;
use crate::text::convert::readers;
use crate::text::number::counted;
use crate::text::prose::before_han;
use crate::text::{Lang, kind};

pub(super) fn words(lang: Lang, fact: &KeystoreFact, place: Option<&Place>) -> Words {
    match fact {
        KeystoreFact::AccountNeeded { kind, accounts } => account_needed(lang, *kind, accounts),
        KeystoreFact::ChecksumWrong { kind, cause } => checksum_wrong(lang, *kind, *cause),
        KeystoreFact::ContentPasswordWrong { kind, .. } => content_password_wrong(lang, *kind),
        KeystoreFact::AliasCollision { alias } => alias_collision(lang, alias),
        KeystoreFact::TargetCannotRead { target, reason } => cannot_read(lang, *target, *reason),
        KeystoreFact::CipherUnsupported { kind, cipher } => cipher_unsupported(lang, *kind, cipher),
        KeystoreFact::Damaged { kind, detail } => bundle::damaged(lang, *kind).raw(detail),
        KeystoreFact::EntryNotShown {
            kind,
            entries,
            listed,
        } => not_shown(lang, *kind, *entries, listed),
        KeystoreFact::NoMac {} => no_mac(lang),
        KeystoreFact::PasswordFileAbsent { files } => password_file_absent(lang, files),
        KeystoreFact::PasswordNeeded { kind, seconds } => password_needed(lang, *kind, *seconds),
        KeystoreFact::PasswordWrong {
            kind,
            tried,
            files,
            has_checksum,
        } => {
            let why = refusal(lang, *tried, *has_checksum);
            password_wrong(lang, *kind, files, place, why)
        }
    }
}

fn alias_collision(lang: Lang, alias: &str) -> Words {
    let alias = name(alias);
    Words::new(
        say!(
            lang,
            "Two entries would have the alias “{alias}”",
            "两个条目会使用同一个别名“{alias}”"
        ),
        lang.pick(
            "Java keeps aliases in lower case, and the second entry would replace the first.",
            "Java 以小写保存别名，第二个条目会覆盖第一个。",
        ),
        about(lang, Id::KeystoreAliasCollision).remedy,
    )
}

fn cannot_read(lang: Lang, target: Target, reason: Reason) -> Words {
    let reader = Reader::Target(target);
    let reader_name = readers::name(lang, reader);
    Words::new(
        match lang {
            Lang::En => format!("{reader_name} cannot read this file"),
            Lang::Zh => format!("{}读不了这个文件", before_han(reader_name)),
        },
        readers::full(lang, reader, reason),
        about(lang, Id::KeystoreTargetCannotRead).remedy,
    )
}

fn cipher_unsupported(lang: Lang, held: Kind, cipher: &str) -> Words {
    let (noun, cipher) = (kind::inside(lang, held), name(cipher));
    Words::new(
        say!(
            lang,
            "The {noun} uses a cipher that is not read here",
            "这个{noun}的加密算法在这里读不了"
        ),
        say!(
            lang,
            "It is protected with {cipher}. The file is not broken, and the password may well be right.",
            "它用 {cipher} 保护。文件没有损坏，密码也可能是对的。"
        ),
        about(lang, Id::KeystoreCipherUnsupported).remedy,
    )
}

fn not_shown(lang: Lang, held: Kind, entries: usize, listed: &[OtherEntry]) -> Words {
    let noun = kind::inside(lang, held);
    let named = listed_words(lang, listed);
    let entries = counted(lang, entries, ("entry", "entries"), "个条目");
    Words::new(
        say!(
            lang,
            "{entries} of the {noun} not shown",
            "这个{noun}里有 {entries}未显示"
        ),
        say!(
            lang,
            "{named}. Entries of this kind have nothing to do with TLS certificates.",
            "{named}。这类条目与 TLS 证书无关。"
        ),
        about(lang, Id::KeystoreEntryNotShown).remedy,
    )
}

/// The entries by kind, with the names they have: `Secret keys or passwords: one, two`.
fn listed_words(lang: Lang, listed: &[OtherEntry]) -> String {
    let mut groups: Vec<(&str, Vec<&OtherEntry>)> = Vec::new();
    for entry in listed {
        let noun = other_kind(lang, &entry.kind);
        match groups.iter_mut().find(|(known, _)| *known == noun) {
            Some((_, held)) => held.push(entry),
            None => groups.push((noun, vec![entry])),
        }
    }
    let groups: Vec<String> = groups
        .iter()
        .map(|(noun, held)| group_words(lang, noun, held))
        .collect();
    groups.join(lang.pick("; ", "；"))
}

fn group_words(lang: Lang, noun: &str, held: &[&OtherEntry]) -> String {
    let count = held.len();
    let aliases: Vec<String> = held
        .iter()
        .filter_map(|entry| entry.alias.clone())
        .collect();
    if aliases.is_empty() {
        return say!(lang, "{noun}: {count}", "{noun}：{count} 个");
    }
    let aliases = names(lang, &aliases);
    say!(lang, "{noun}: {aliases}", "{noun}：{aliases}")
}

fn other_kind(lang: Lang, kind: &OtherKind) -> &'static str {
    match kind {
        OtherKind::Crl => lang.pick("Revocation lists", "吊销列表"),
        OtherKind::Secret => lang.pick("Secret keys or passwords", "对称密钥或口令"),
        OtherKind::Unknown(_) => lang.pick("Entries of an unknown kind", "未知类型的条目"),
        OtherKind::Unreachable => lang.pick(
            "Entries behind one that cannot be read",
            "位于无法读取的条目之后的条目",
        ),
    }
}

fn no_mac(lang: Lang) -> Words {
    Words::new(
        lang.pick("The PFX file carries no checksum", "这个 PFX 文件没有完整性校验（MAC）"),
        lang.pick(
            "Neither its password nor its wholeness can be checked before it is used. Java writes such files without a password; Windows refuses to import them.",
            "使用之前无法检查密码，也无法检查文件是否完整。Java 会写出这种无密码的文件；Windows 拒绝导入。",
        ),
        about(lang, Id::KeystoreNoMac).remedy,
    )
}

fn password_file_absent(lang: Lang, files: &[String]) -> Words {
    let files: Vec<String> = files
        .iter()
        .map(|file| file_name(file).into_owned())
        .collect();
    let files = names(lang, &files);
    Words::new(
        lang.pick(
            "You chose a password when ordering, so there is no password file",
            "下单时您设置了密码，所以没有密码文件",
        ),
        say!(
            lang,
            "All protected files of such an order use that one password: {files}.",
            "这种订单里受保护的文件都使用那一个密码：{files}。"
        ),
        about(lang, Id::PasswordFileAbsent).remedy,
    )
    .with(Action::EnterPassword)
}

fn password_needed(lang: Lang, held: Kind, seconds: u64) -> Words {
    let (noun, wait) = (kind::inside(lang, held), waiting(lang, seconds));
    Words::new(
        say!(lang, "The {noun} needs a password", "这个{noun}需要密码"),
        say!(
            lang,
            "What is in it cannot be judged until it is open.{wait}",
            "打开之前无法判断里面的内容。{wait}"
        ),
        about(lang, Id::KeystorePasswordNeeded).remedy,
    )
    .with(Action::EnterPassword)
}

fn password_wrong(
    lang: Lang,
    held: Kind,
    files: &[String],
    place: Option<&Place>,
    why: String,
) -> Words {
    let noun = kind::inside(lang, held);
    let message = match refused_file(files, place) {
        Some(file) => {
            say!(
                lang,
                "The password in {file} does not open the {noun}",
                "{file} 里的密码打不开这个{noun}"
            )
        }
        None => say!(
            lang,
            "No known password opens the {noun}",
            "已知的密码都打不开这个{noun}"
        ),
    };
    Words::new(message, why, about(lang, Id::KeystorePasswordWrong).remedy)
        .with(Action::EnterPassword)
}

/// Without a checksum, nobody can tell a wrong password from damage.
fn refusal(lang: Lang, tried: usize, has_checksum: bool) -> String {
    if has_checksum {
        return intact_but_wrong(lang, tried);
    }
    lang.pick(
        "The file carries no checksum, so a wrong password and a damaged file look the same.",
        "文件没有完整性校验（MAC），所以密码错误和文件损坏看起来一样。",
    )
    .to_owned()
}

fn account_needed(lang: Lang, held: Kind, accounts: &[String]) -> Words {
    let noun = kind::inside(lang, held);
    let whom = match (lang, accounts) {
        (Lang::En, []) => "accounts that it does not name".to_owned(),
        (Lang::Zh, []) => "文件中未写明的账户".to_owned(),
        (Lang::En, accounts) => names(lang, accounts),
        (Lang::Zh, accounts) => format!(" {} ", names(lang, accounts)),
    };
    Words::new(
        say!(
            lang,
            "The {noun} is locked to Windows accounts",
            "这个{noun}绑定到 Windows 账户"
        ),
        say!(
            lang,
            "Windows chose a random password and wrapped it for {whom}. Nobody knows that password; a domain computer unwraps it for those accounts alone.",
            "Windows 生成了随机密码，并只为{whom}包装。没有人知道这个密码；只有这些账户能在域内计算机上解开它。"
        ),
        about(lang, Id::KeystoreAccountNeeded).remedy,
    )
    .with(Action::EnterPassword)
}

fn checksum_wrong(lang: Lang, held: Kind, cause: ChecksumFault) -> Words {
    let noun = kind::inside(lang, held);
    let message = match cause {
        ChecksumFault::ContentOpens => say!(
            lang,
            "The password opens the {noun}, but its checksum does not fit",
            "密码能打开这个{noun}，但完整性校验不符"
        ),
        _ => say!(
            lang,
            "The checksum of the {noun} proves nothing",
            "这个{noun}的完整性校验无效"
        ),
    };
    let why = match cause {
        ChecksumFault::ContentOpens => lang.pick(
            "Either the file was changed after it was made, or its checksum has a password of its own (openssl calls that -twopass). Other programs say that the password is wrong.",
            "可能是文件生成后被改动过，也可能是校验用了单独的密码（openssl 的 -twopass）。其他程序会提示密码错误。",
        ),
        ChecksumFault::KeyLengthMissing => lang.pick(
            "It is of the new kind PBMAC1 and does not say how long its key is, which RFC 9579 demands. The password is not to blame.",
            "它使用新的 PBMAC1，却没有写明密钥长度，而 RFC 9579 要求必须写明。问题不在密码。",
        ),
        ChecksumFault::KeyTooShort => lang.pick(
            "It is of the new kind PBMAC1 with a key under 20 bytes. Such a key can be guessed, so anybody could have forged the file. The password is not to blame.",
            "它使用新的 PBMAC1，但密钥不足 20 字节。这样的密钥可以猜出来，任何人都可能伪造这个文件。问题不在密码。",
        ),
        ChecksumFault::OtherRounds => lang.pick(
            "The password is right, but the checksum was made with another number of rounds than its PBMAC1 parameters name. The program that wrote the file has a fault, or the file was changed.",
            "密码是对的，但校验所用的迭代次数与 PBMAC1 参数不同。生成文件的程序有缺陷，或文件被改动过。",
        ),
        ChecksumFault::OtherSalt => lang.pick(
            "The password is right, but the checksum was made with another salt than its PBMAC1 parameters name. The program that wrote the file has a fault, or the file was changed.",
            "密码是对的，但校验所用的盐值与 PBMAC1 参数不同。生成文件的程序有缺陷，或文件被改动过。",
        ),
    };
    Words::new(message, why, about(lang, Id::KeystoreChecksumWrong).remedy)
}

fn content_password_wrong(lang: Lang, held: Kind) -> Words {
    let noun = kind::inside(lang, held);
    Words::new(
        say!(
            lang,
            "The {noun} has two passwords, and one of them is missing",
            "这个{noun}有两个密码，还缺一个"
        ),
        lang.pick(
            "A known password fits the checksum, so it is right as far as it goes. The content is encrypted with another one; openssl calls that -twopass, and most programs cannot open such files.",
            "已知的密码与完整性校验相符，所以它是对的。内容用另一个密码加密（openssl 的 -twopass），大多数程序打不开这种文件。",
        ),
        lang.pick(
            "Enter the password of the content, then save the keystore again with a single password.",
            "输入内容的密码，然后用同一个密码重新保存密钥库。",
        ),
    )
    .with(Action::EnterPassword)
}

pub(super) fn intact_but_wrong(lang: Lang, tried: usize) -> String {
    let intact = lang.pick(
        "The file is intact and its encryption is one Certwright can read, so the password itself is wrong.",
        "文件完好，加密方式 Certwright 也能读取，所以确实是密码不对。",
    );
    if tried < 2 {
        return intact.to_owned();
    }
    let more = say!(
        lang,
        "All {tried} known passwords were tried.",
        "已知的 {tried} 个密码都试过了。"
    );
    crate::text::prose::sentences(lang, &[intact, &more])
}
