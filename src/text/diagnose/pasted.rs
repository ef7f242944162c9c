//! What is said of a text in which expected records were looked for.

use crate::core::diagnose::expected::{ExpectFault, Note};
use crate::text::Lang;
use crate::text::foreign::short;

/// A note, one sentence.
pub fn note(lang: Lang, note: &Note) -> String {
    match note {
        Note::Completed { host, name } => {
            let host = short(host);
            say!(
                lang,
                "The host record {host} was completed to {name}.",
                "主机记录 {host} 已补全为 {name}。"
            )
        }
        Note::ZoneUnknown { host } => {
            let host = short(host);
            say!(
                lang,
                "The host record {host} is relative to a zone that is not known: enter the name first.",
                "主机记录 {host} 是相对名称，但不知属于哪个区域：先填写域名。"
            )
        }
        Note::HostGuessed { name } => say!(
            lang,
            "The text has a value without a host record; it is looked for at {name}.",
            "文中只有值而没有主机记录，将在 {name} 处查找。"
        ),
        Note::ValueMissing { at } => {
            let at = short(at);
            say!(
                lang,
                "The text says where, {at}, and no value that belongs there.",
                "文中写了位置 {at}，但没有对应的值。"
            )
        }
        Note::TokenAlone => lang
            .pick(
                "The text has an ACME token alone. What is to be published depends on the account’s key too: copy what the program prints.",
                "文中只有 ACME 令牌。要发布的内容还取决于账户密钥：复制程序输出的内容。",
            )
            .to_owned(),
        Note::Cleaned { count } => say!(
            lang,
            "Hidden or full-width characters were put right: {count}.",
            "已更正不可见字符或全角字符：{count} 个。"
        ),
        Note::Cut => lang
            .pick(
                "The text is longer than is read; the rest was left out.",
                "文本过长，其余部分未读取。",
            )
            .to_owned(),
        Note::Nothing => lang
            .pick(
                "No record or file was recognised. Enter name and value by hand.",
                "没有识别出记录或文件。可手动填写名称和值。",
            )
            .to_owned(),
    }
}

/// Why `NAME=VALUE` was not understood, one sentence.
pub fn fault(lang: Lang, fault: ExpectFault) -> &'static str {
    match fault {
        ExpectFault::NoPair => lang.pick(
            "Write NAME=VALUE, with something on both sides.",
            "应写成“名称=值”，两边都不能为空。",
        ),
        ExpectFault::Name => lang.pick(
            "What stands before = has to be the full name of the record.",
            "等号之前应是记录的完整名称。",
        ),
        ExpectFault::Target => lang.pick(
            "What stands behind = has to be a name.",
            "等号之后应是一个名称。",
        ),
        ExpectFault::Url => lang.pick(
            "What stands before = has to begin with http:// or https://.",
            "等号之前应以 http:// 或 https:// 开头。",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::{fault, note};
    use crate::core::diagnose::expected::{ExpectFault, Note};
    use crate::core::env::DnsName;
    use crate::text::Lang;
    use crate::text::prose::spaced;

    #[test]
    fn every_note_is_said_in_both_languages() {
        let host = || "_dnsauth".to_owned();
        let name = || DnsName::parse("_dnsauth.example.com").unwrap();
        for one in [
            Note::Completed {
                host: host(),
                name: name(),
            },
            Note::ZoneUnknown { host: host() },
            Note::HostGuessed { name: name() },
            Note::ValueMissing { at: host() },
            Note::TokenAlone,
            Note::Cleaned { count: 2 },
            Note::Cut,
            Note::Nothing,
        ] {
            let (en, zh) = (note(Lang::En, &one), note(Lang::Zh, &one));
            assert!(en.ends_with('.') && zh.ends_with('。'), "{en} {zh}");
            assert_eq!(spaced(&zh), zh);
        }
        for one in [
            ExpectFault::NoPair,
            ExpectFault::Name,
            ExpectFault::Target,
            ExpectFault::Url,
        ] {
            assert_ne!(fault(Lang::En, one), fault(Lang::Zh, one));
        }
    }
}
