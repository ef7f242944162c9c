//! Words of facts about the judgement itself: other paths, limits, another verifier.

use crate::core::finding::{Id, OpinionGap, WorkLimit};
use crate::text::Lang;
use crate::text::chain::{opinion_gap, work_limit as limit_name};
use crate::text::finding::{Words, about, name, names};
use crate::text::number::{counted, whole};

pub(super) fn alternatives(lang: Lang, paths: usize, roots: &[String]) -> Words {
    let (paths, roots) = (whole(paths as u64), names(lang, roots));
    Words::new(
        say!(
            lang,
            "{paths} paths lead to trusted roots",
            "有 {paths} 条路径通向受信任的根证书"
        ),
        say!(
            lang,
            "The roots: {roots}. Each client takes the path that fits the roots it has and the intermediates it gets, so one may complain where others do not.",
            "根证书：{roots}。每个客户端按自己的根证书和收到的中间证书选择路径，所以可能有的报错，有的不报错。"
        ),
        about(lang, Id::ChainAlternativePaths).remedy,
    )
}

pub(super) fn depth(lang: Lang, intermediates: usize, limit: usize) -> Words {
    let count = counted(
        lang,
        intermediates,
        ("intermediate", "intermediates"),
        "个中间证书",
    );
    let limit = whole(limit as u64);
    Words::new(
        say!(
            lang,
            "The path has {count}, and the limit is {limit}",
            "路径上有 {count}，上限是 {limit}"
        ),
        lang.pick(
            "The limit was set for this check. Some servers have such a limit for client certificates, for instance ssl_verify_depth of nginx and SSLVerifyDepth of Apache.",
            "上限是为这次检查设定的。有些服务器对客户端证书也有这样的上限，例如 nginx 的 ssl_verify_depth 和 Apache 的 SSLVerifyDepth。",
        ),
        about(lang, Id::ChainDepthExceeded).remedy,
    )
}

/// Who says what, as far as both verdicts tell.
pub(super) fn second_opinion(
    lang: Lang,
    peer: &str,
    ours_valid: bool,
    because: OpinionGap,
) -> Words {
    let (peer, gap) = (name(peer), opinion_gap(lang, because));
    let message = match (ours_valid, because) {
        (true, _) => say!(
            lang,
            "{peer} refuses this path, and here it holds",
            "{peer} 拒绝这条路径，而这里判断为成立"
        ),
        (false, OpinionGap::OtherFault) => say!(
            lang,
            "{peer} refuses this path too, for another reason",
            "{peer} 也拒绝这条路径，但理由不同"
        ),
        (false, _) => say!(
            lang,
            "{peer} accepts this path, and here it does not hold",
            "{peer} 接受这条路径，而这里判断为不成立"
        ),
    };
    Words::new(
        message,
        say!(
            lang,
            "The likely cause: {gap}. Programs built on it judge as it does.",
            "可能的原因：{gap}。基于它的程序会得出与它相同的结论。"
        ),
        about(lang, Id::ChainSecondOpinion).remedy,
    )
}

pub(super) fn work_limit(lang: Lang, limit: WorkLimit, allowed: usize) -> Words {
    let (limit, allowed) = (limit_name(lang, limit), whole(allowed as u64));
    Words::new(
        lang.pick("The path was not searched to its end", "路径没有查找到底"),
        say!(
            lang,
            "The limit was reached: {allowed} {limit}. What is said about the path is true, and there may be more. Real chains stay far below; hostile ones are made to cost time.",
            "达到上限：{limit}最多 {allowed}。已经给出的结论成立，但可能还有其他问题。真实的证书链远低于上限；恶意的证书链会故意消耗时间。"
        ),
        about(lang, Id::ChainWorkLimit).remedy,
    )
}
