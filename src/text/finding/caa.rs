//! Words of facts about who may issue (RFC 8659).

use super::{Words, about, name, names};
use crate::core::diagnose::ask::Ended;
use crate::core::diagnose::checks::caa::Malformed;
use crate::core::env::DnsName;
use crate::core::finding::{CaaFact, Id};
use crate::text::Lang;
use crate::text::prose::sentences;

pub(super) fn words(lang: Lang, fact: &CaaFact) -> Words {
    match fact {
        CaaFact::AuthorityRetired { authority, year } => retired(lang, authority, *year),
        CaaFact::CriticalUnknown {
            at,
            record,
            is_for_some,
        } => critical(lang, at, record, *is_for_some),
        CaaFact::Forbids {
            at,
            authority,
            allowed,
            is_wildcard,
            is_alias,
            ..
        } => forbids(lang, at, authority, allowed, (*is_wildcard, *is_alias)),
        CaaFact::LookupFailed {
            at, why, is_signed, ..
        } => failed(lang, at, why, *is_signed),
        CaaFact::Malformed { at, record, fault } => malformed(lang, at, record, *fault),
        CaaFact::Parameters {
            at,
            authority,
            accounts,
            methods,
            used,
        } => parameters(lang, at, authority, accounts, [methods, used]),
        CaaFact::ServersDisagree { at, said, failing } => disagree(lang, at, said, failing),
    }
}

fn retired(lang: Lang, authority: &str, year: u16) -> Words {
    let authority = name(authority);
    catalogued(
        lang,
        Id::CaaAuthorityRetired,
        say!(
            lang,
            "{authority} issues no public TLS certificates any more",
            "{authority} 已不再签发公共 TLS 证书"
        ),
        say!(
            lang,
            "It stopped in {year}. Its issuer domain may still stand in CAA records, without effect.",
            "它已于 {year} 年停止签发。其域名可能仍留在 CAA 记录中，但不再起作用。"
        ),
    )
}

fn critical(lang: Lang, at: &DnsName, record: &str, is_for_some: bool) -> Words {
    let why = match is_for_some {
        false => lang.pick(
            "A CA that does not know the tag of a record with flag 128 must not issue, whatever the other records say.",
            "标志为 128 的记录，如果 CA 不认识其标签，就不得签发，无论其他记录如何。",
        ),
        true => lang.pick(
            "The flag that counts is 128. Some CAs take flag 1 for it too and then refuse to issue.",
            "真正起作用的标志是 128，但有些 CA 也把标志 1 当作它，从而拒绝签发。",
        ),
    };
    catalogued(
        lang,
        Id::CaaCriticalUnknown,
        say!(
            lang,
            "An unknown CAA record at {at} is marked critical",
            "{at} 有一条标为关键的未知 CAA 记录"
        ),
        why,
    )
    .raw(record)
}

fn forbids(
    lang: Lang,
    at: &DnsName,
    authority: &str,
    allowed: &[String],
    (is_wildcard, is_alias): (bool, bool),
) -> Words {
    let message = match (authority.is_empty(), is_wildcard) {
        (true, _) => say!(
            lang,
            "CAA at {at} allows nobody to issue",
            "{at} 的 CAA 记录不允许任何 CA 签发"
        ),
        (false, false) => {
            let authority = name(authority);
            say!(
                lang,
                "CAA at {at} does not allow {authority} to issue",
                "{at} 的 CAA 记录不允许 {authority} 签发"
            )
        }
        (false, true) => {
            let authority = name(authority);
            say!(
                lang,
                "CAA at {at} does not allow {authority} to issue wildcards",
                "{at} 的 CAA 记录不允许 {authority} 签发通配符证书"
            )
        }
    };
    let listed = match allowed.is_empty() {
        true => lang
            .pick(
                "The records allow no CA at all.",
                "这些记录不允许任何 CA 签发。",
            )
            .to_owned(),
        false => {
            let allowed = names(lang, allowed);
            say!(
                lang,
                "Only {allowed} is listed.",
                "其中只列出了 {allowed}。"
            )
        }
    };
    let reads = lang.pick(
        "The CA reads these records before it issues and will refuse.",
        "CA 在签发前会查看这些记录，并会拒绝签发。",
    );
    let alias = match is_alias {
        true => lang.pick(
            "They stand at the target of an alias; who hosts that zone decides.",
            "这些记录位于别名指向的名称处，由托管该区域的一方决定。",
        ),
        false => "",
    };
    catalogued(
        lang,
        Id::CaaForbids,
        message,
        sentences(lang, &[listed.as_str(), reads, alias]),
    )
}

fn failed(lang: Lang, at: &DnsName, why: &Ended, is_signed: Option<bool>) -> Words {
    let cause = ended(lang, why);
    let weight = match is_signed {
        Some(true) => lang.pick(
            "The zone is signed, so CAs must not take this for “no record” and stop.",
            "该区域已签名，CA 不得把查询失败视为“没有记录”，会停止签发。",
        ),
        Some(false) => lang.pick(
            "The zone is not signed: some CAs go on, others stop.",
            "该区域未签名：有些 CA 会继续，有些会停止。",
        ),
        None => lang.pick(
            "Some CAs go on where the zone is not signed, others stop.",
            "如果该区域未签名，有些 CA 会继续，有些会停止。",
        ),
    };
    catalogued(
        lang,
        Id::CaaLookupFailed,
        say!(
            lang,
            "CAA of {at} could not be looked up",
            "无法查询 {at} 的 CAA 记录"
        ),
        sentences(lang, &[cause.as_str(), weight]),
    )
}

fn ended(lang: Lang, why: &Ended) -> String {
    match why {
        Ended::Loop => lang
            .pick("The aliases lead in a circle.", "别名形成了循环。")
            .to_owned(),
        Ended::TooManyAliases => lang
            .pick("There are too many aliases in a row.", "连续的别名过多。")
            .to_owned(),
        Ended::Failed { code, .. } => say!(
            lang,
            "The servers answer with failure code {code}.",
            "服务器返回错误代码 {code}。"
        ),
        _ => lang
            .pick("No name server answered.", "没有 DNS 服务器应答。")
            .to_owned(),
    }
}

fn malformed(lang: Lang, at: &DnsName, record: &str, fault: Malformed) -> Words {
    let cause = match fault {
        Malformed::Quotes => lang.pick(
            "Quotes are part of the value; panels add them by themselves.",
            "记录值中包含引号，而控制台会自动添加引号。",
        ),
        Malformed::FinalDot => lang.pick(
            "The domain ends in a dot, which CAA does not allow.",
            "域名以点结尾，CAA 不允许这样写。",
        ),
        Malformed::Url => lang.pick(
            "It is an address where a bare domain is wanted.",
            "应只写域名，而这里写的是网址。",
        ),
        Malformed::International => lang.pick(
            "Letters of other scripts have to be written as xn-- labels.",
            "其他文字的域名须写成 xn-- 形式。",
        ),
        Malformed::Several => lang.pick(
            "There is more than one word in the value.",
            "记录值中不止一个词。",
        ),
        Malformed::Parameter => lang.pick(
            "What follows the semicolon is not of the form tag=value.",
            "分号之后不是“标签=值”的形式。",
        ),
        Malformed::Repeated => lang.pick(
            "The same parameter stands there twice.",
            "同一参数出现了两次。",
        ),
        Malformed::Other => lang.pick("It is no domain name.", "它不是域名。"),
    };
    let effect = lang.pick(
        "CAs take such a record for one that allows nobody.",
        "CA 会把这样的记录视为不允许任何 CA。",
    );
    catalogued(
        lang,
        Id::CaaMalformed,
        say!(
            lang,
            "A CAA record at {at} is malformed",
            "{at} 的一条 CAA 记录格式不正确"
        ),
        sentences(lang, &[cause, effect]),
    )
    .raw(record)
}

fn parameters(
    lang: Lang,
    at: &DnsName,
    authority: &str,
    accounts: &[String],
    [methods, used]: [&[String]; 2],
) -> Words {
    let authority = name(authority);
    let by_account = match accounts.is_empty() {
        true => String::new(),
        false => {
            let accounts = names(lang, accounts);
            say!(
                lang,
                "Only these accounts may order: {accounts}.",
                "只有以下账户可以申请：{accounts}。"
            )
        }
    };
    let by_method = match methods.is_empty() {
        true => String::new(),
        false => {
            let methods = names(lang, methods);
            say!(
                lang,
                "Only these ways of validation may be used: {methods}.",
                "只能使用以下验证方式：{methods}。"
            )
        }
    };
    let other = match used.iter().any(|one| methods.contains(one)) || used.is_empty() {
        true => String::new(),
        false if methods.is_empty() => String::new(),
        false => {
            let used = names(lang, used);
            say!(
                lang,
                "What is expected here belongs to {used}.",
                "此处要求的内容属于 {used}。"
            )
        }
    };
    catalogued(
        lang,
        Id::CaaParameters,
        say!(
            lang,
            "CAA at {at} binds {authority} to conditions",
            "{at} 的 CAA 记录对 {authority} 附有条件"
        ),
        sentences(lang, &[by_account, by_method, other]),
    )
}

fn disagree(
    lang: Lang,
    at: &DnsName,
    said: &[(Vec<String>, Vec<String>)],
    failing: &[String],
) -> Words {
    let mut parts: Vec<String> = Vec::new();
    for (values, servers) in said {
        let servers = names(lang, servers);
        parts.push(match values.is_empty() {
            true => say!(
                lang,
                "Without a record: {servers}.",
                "没有记录：{servers}。"
            ),
            false => {
                let values = names(lang, values);
                say!(
                    lang,
                    "With {values}: {servers}.",
                    "给出 {values}：{servers}。"
                )
            }
        });
    }
    if !failing.is_empty() {
        let failing = names(lang, failing);
        parts.push(say!(lang, "No answer: {failing}.", "没有应答：{failing}。"));
    }
    if let [_] = said {
        return Words::new(
            say!(
                lang,
                "Some name servers give no answer about CAA at {at}",
                "部分权威 DNS 服务器对 {at} 的 CAA 查询没有应答"
            ),
            sentences(lang, &parts),
            lang.pick(
                "Start these servers or remove them from the delegation: a CA may ask any of them.",
                "启动这些服务器，或将其从委派中删除：CA 可能询问其中任意一台。",
            ),
        );
    }
    catalogued(
        lang,
        Id::CaaServersDisagree,
        say!(
            lang,
            "Name servers disagree about CAA at {at}",
            "各权威 DNS 服务器对 {at} 的 CAA 应答不一致"
        ),
        sentences(lang, &parts),
    )
}

/// With the remedy of the catalogue.
fn catalogued(lang: Lang, id: Id, message: String, why: impl Into<String>) -> Words {
    Words::new(message, why, about(lang, id).remedy)
}
