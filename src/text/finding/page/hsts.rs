//! Words about `Strict-Transport-Security`.

use super::{catalogued, general, name};
use crate::core::finding::PageFact;
use crate::core::page::HstsFault;
use crate::text::Lang;
use crate::text::finding::Words;
use crate::text::time::length;

pub(super) fn words(lang: Lang, fact: &PageFact) -> Words {
    match fact {
        PageFact::HstsMissing { name } => {
            let name = super::name(name);
            let message = say!(
                lang,
                "{name} does not tell browsers to use https alone",
                "{name} 没有告诉浏览器只使用 https"
            );
            let why = lang.pick(
                "Without the header Strict-Transport-Security the first question of each visit may go over http, where somebody on the way can lead it elsewhere.",
                "没有 Strict-Transport-Security 标头，每次访问的第一个请求可能使用 http，途中有人可以将其引向别处。",
            );
            catalogued(lang, fact.id(), message, why)
        }
        PageFact::HstsUnreadable { name, value, fault } => {
            unreadable(lang, fact, (name, value), *fault)
        }
        PageFact::HstsShort { name, max_age_s } => short(lang, fact, name, *max_age_s),
        PageFact::HstsOverHttp { name } => {
            let name = super::name(name);
            let message = say!(
                lang,
                "{name} sends Strict-Transport-Security over http",
                "{name} 通过 http 发送 Strict-Transport-Security"
            );
            let why = lang.pick(
                "Browsers take it over https alone; over http it does nothing, and the standard forbids it.",
                "浏览器只接受通过 https 发送的标头；通过 http 发送不起作用，标准也不允许。",
            );
            catalogued(lang, fact.id(), message, why)
        }
        PageFact::HstsIgnored { name, detail } => {
            let name = super::name(name);
            let message = say!(
                lang,
                "Browsers ignore Strict-Transport-Security of {name}",
                "浏览器会忽略 {name} 的 Strict-Transport-Security"
            );
            let why = lang.pick(
                "The certificate that comes with it is not trusted here, and browsers take the header over a trusted connection alone.",
                "随之而来的证书在这里不受信任，而浏览器只接受受信任连接上的标头。",
            );
            catalogued(lang, fact.id(), message, why).raw(detail)
        }
        PageFact::HstsPreload {
            name,
            max_age_s,
            include_subdomains,
        } => preload(lang, fact, name, (*max_age_s, *include_subdomains)),
        _ => general(lang, fact),
    }
}

fn unreadable(lang: Lang, fact: &PageFact, told: (&str, &str), fault: HstsFault) -> Words {
    let (host, value) = (name(told.0), name(told.1));
    let message = say!(
        lang,
        "Browsers cannot read Strict-Transport-Security of {host}: “{value}”",
        "浏览器无法读取 {host} 的 Strict-Transport-Security：“{value}”"
    );
    let why = match fault {
        HstsFault::NoMaxAge => lang.pick(
            "It has no max-age, without which it means nothing.",
            "其中没有 max-age，缺少它就没有意义。",
        ),
        HstsFault::BadMaxAge => lang.pick(
            "Its max-age is no number of seconds.",
            "其中的 max-age 不是秒数。",
        ),
        HstsFault::Twice => lang.pick(
            "The same word stands there twice, so that all of it is passed over; often two places add the header.",
            "同一个指令出现两次，因此整个标头被忽略；常见原因是有两处都添加了它。",
        ),
        HstsFault::HasValue => lang.pick(
            "includeSubDomains has a value, and takes none.",
            "includeSubDomains 带有值，而它不允许带值。",
        ),
    };
    catalogued(lang, fact.id(), message, why)
}

fn short(lang: Lang, fact: &PageFact, host: &str, max_age_s: u64) -> Words {
    let (host, time) = (name(host), length(lang, max_age_s));
    if max_age_s == 0 {
        let message = say!(
            lang,
            "{host} tells browsers to forget about https alone (max-age=0)",
            "{host} 让浏览器不再只使用 https（max-age=0）"
        );
        let why = lang.pick(
            "This is how it is switched off: browsers forget what they were told before.",
            "这是关闭它的方式：浏览器会忘记之前的要求。",
        );
        return catalogued(lang, fact.id(), message, why);
    }
    let message = say!(
        lang,
        "{host} asks for https alone for {time} only",
        "{host} 要求只使用 https 的时间仅为 {time}"
    );
    let why = lang.pick(
        "Whoever comes less often is not covered. A short time is right while you try it out.",
        "间隔更久才访问的人不受保护。试用阶段使用较短的时间是合适的。",
    );
    catalogued(lang, fact.id(), message, why)
}

fn preload(lang: Lang, fact: &PageFact, host: &str, told: (u64, bool)) -> Words {
    let host = name(host);
    let message = say!(
        lang,
        "{host} asks for the browsers’ preload list and does not meet its conditions",
        "{host} 同意加入浏览器内置列表，但不符合其条件"
    );
    let time = length(lang, told.0);
    let why = match told.1 {
        true => say!(
            lang,
            "The list asks for a year at least (max-age=31536000); here it is {time}.",
            "列表要求至少一年（max-age=31536000），这里是 {time}。"
        ),
        false => lang
            .pick(
                "The list asks for includeSubDomains, which is missing here.",
                "列表要求 includeSubDomains，这里没有。",
            )
            .to_owned(),
    };
    catalogued(lang, fact.id(), message, why)
}
