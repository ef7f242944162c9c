//! How the checks of `checks::records` ended, in two lines.

use super::Lines;
use crate::core::diagnose::checks::records::RecordSummary;
use crate::core::env::DnsName;
use crate::text::Lang;
use crate::text::number::counted;

pub(super) fn lines(lang: Lang, summary: &RecordSummary) -> Lines {
    match summary {
        RecordSummary::Visible { at, of } if at == of => Lines::new(
            lang.pick("Record is there", "记录已生效"),
            at_places(lang, *at, *of),
        ),
        RecordSummary::Visible { at, of } => Lines::new(
            lang.pick("Record is not everywhere", "记录仅在部分地方可见"),
            at_places(lang, *at, *of),
        ),
        RecordSummary::Missing { of } => Lines::new(
            lang.pick("Record is missing", "缺少记录"),
            at_places(lang, 0, *of),
        ),
        RecordSummary::OtherValue { of } => Lines::new(
            lang.pick("Another value is there", "记录值不同"),
            at_places(lang, 0, *of),
        ),
        RecordSummary::NotAnswered { at } => Lines::new(
            lang.pick("Nobody answers", "没有应答"),
            say!(lang, "about {at}", "关于 {at}"),
        ),
        RecordSummary::InPlace => Lines::new(
            lang.pick("Record is in its place", "记录位置正确"),
            lang.pick("label, zone, wildcard", "标签、区域、通配符"),
        ),
        RecordSummary::NotInPlace => Lines::new(
            lang.pick("Record is elsewhere", "记录位置不对"),
            lang.pick("not where the CA looks", "不在 CA 查看的位置"),
        ),
        RecordSummary::NowhereElse => Lines::new(
            lang.pick("Not elsewhere either", "别处也没有"),
            lang.pick("usual wrong places asked", "已询问常见的错误位置"),
        ),
        RecordSummary::NoRecord { at } => {
            let label = first_label(at);
            Lines::new(
                say!(lang, "No {label}", "没有 {label}"),
                lang.pick("none needed now", "目前不需要"),
            )
        }
        RecordSummary::Records { at, count } => {
            let label = first_label(at);
            Lines::new(
                say!(lang, "{label} is there", "已有 {label}"),
                counted(lang, *count, ("record", "records"), "条记录"),
            )
        }
        RecordSummary::Delegated { to } => Lines::new(
            lang.pick("Delegated", "已委派"),
            say!(lang, "to {to}", "到 {to}"),
        ),
        RecordSummary::FromHere { places } => Lines::new(
            lang.pick("Seen from here alone", "仅从本机查看"),
            match lang {
                Lang::En => counted(lang, *places, ("place asked", "places asked"), ""),
                Lang::Zh => format!("已询问 {places} 处"),
            },
        ),
        RecordSummary::Order {
            registrable,
            is_wildcard,
        } => Lines::new(
            match is_wildcard {
                true => lang.pick("Order of a wildcard", "申请通配符证书"),
                false => lang.pick("Order of one name", "申请单个域名"),
            },
            match registrable {
                Some(domain) => say!(lang, "of {domain}", "属于 {domain}"),
                None => lang
                    .pick("no registrable domain found", "无法确定主域名")
                    .to_owned(),
            },
        ),
    }
}

fn at_places(lang: Lang, at: usize, of: usize) -> String {
    say!(lang, "at {at} of {of} places", "{of} 处中有 {at} 处可见")
}

fn first_label(name: &DnsName) -> String {
    name.labels().next().unwrap_or_default().to_owned()
}
