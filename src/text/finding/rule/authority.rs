//! Who demands a rule, from which section on, of whom and since when.

use std::borrow::Cow;

use crate::core::finding::{Book, Rule};
use crate::core::time::Moment;
use crate::text::Lang;
use crate::text::number::enumerated;
use crate::text::prose::after_han;
use crate::text::time::date;

/// The sentence behind what a rule means.
pub(super) fn sentence(lang: Lang, rule: Rule, since: &str) -> String {
    let source = citation(lang, rule.id().citation());
    let whom = match rule.book() {
        Book::Rfc5280 => lang.pick("for every certificate", "适用于所有证书"),
        Book::WebPki => lang.pick(
            "for public CAs; some clients hold private ones to it too",
            "适用于公共 CA；有些客户端对私有 CA 也这样要求",
        ),
        Book::PublicCa => lang.pick("for public CAs alone", "只适用于公共 CA"),
    };
    match Moment::parse(since) {
        Some(day) => {
            let (source, day) = (after(lang, &source), date(lang, day));
            say!(
                lang,
                "The rule stands in {source} since {day}, {whom}.",
                "这条规则自 {day} 起写在{source}，{whom}。"
            )
        }
        None => {
            let source = after(lang, &source);
            say!(
                lang,
                "The rule stands in {source}, {whom}.",
                "这条规则写在{source}，{whom}。"
            )
        }
    }
}

fn after(lang: Lang, source: &str) -> Cow<'_, str> {
    lang.pick(Cow::Borrowed(source), after_han(source))
}

/// `RFC 5280 section 4.1, RFC 9525 section 6` as part of a sentence.
fn citation(lang: Lang, citation: &str) -> String {
    let parts: Vec<String> = citation
        .split(", ")
        .map(|part| match part.split_once(" section") {
            Some((work, sections)) => {
                let sections = sections.trim_start_matches('s').trim();
                in_work(lang, work, sections)
            }
            None => title(lang, part).to_owned(),
        })
        .collect();
    enumerated(lang, &parts)
}

fn in_work(lang: Lang, work: &str, sections: &str) -> String {
    let work = title(lang, work);
    match lang {
        Lang::En if sections.contains(" and ") => format!("sections {sections} of {work}"),
        Lang::En => format!("section {sections} of {work}"),
        Lang::Zh => {
            let sections = sections.replace(" and ", " 节和第 ");
            let gap = if work.ends_with('》') { "" } else { " " };
            format!("{work}{gap}第 {sections} 节")
        }
    }
}

fn title(lang: Lang, work: &str) -> &str {
    match work {
        "CA/B Forum BR" => lang.pick(
            "the CA/B Forum’s Baseline Requirements",
            "CA/B 论坛《基线要求》",
        ),
        "Chrome Certificate Transparency Policy" => lang.pick(
            "Chrome’s policy on Certificate Transparency",
            "Chrome 的证书透明度政策",
        ),
        work => work,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_says_where_it_stands() {
        assert_eq!(
            sentence(Lang::En, Rule::AuthorityKeyIdMissing, ""),
            "The rule stands in section 4.2.1.1 of RFC 5280, for every certificate."
        );
        assert_eq!(
            sentence(Lang::Zh, Rule::AuthorityKeyIdMissing, ""),
            "这条规则写在 RFC 5280 第 4.2.1.1 节，适用于所有证书。"
        );
        assert_eq!(
            sentence(Lang::En, Rule::SerialTooShort, "2016-09-30"),
            "The rule stands in section 7.1 of the CA/B Forum’s Baseline Requirements since 30 Sep 2016, for public CAs alone."
        );
        assert_eq!(
            sentence(Lang::Zh, Rule::WildcardMisplaced, ""),
            "这条规则写在 CA/B 论坛《基线要求》第 1.6.1 节和 RFC 9525 第 6.3 节，适用于公共 CA；有些客户端对私有 CA 也这样要求。"
        );
        assert_eq!(
            citation(Lang::Zh, "RFC 5280 sections 4.2.1.3 and 4.2.1.9"),
            "RFC 5280 第 4.2.1.3 节和第 4.2.1.9 节"
        );
    }
}
