//! Words of the guide: the interview's questions and options, the advice, how answers are shown.

mod advice;
mod interview;

pub use advice::{conflict, kind, level, method, reason, time};
pub use interview::{hint, option, question};

use crate::core::guide::{Entry, Scope, Step, Words};
use crate::text::Lang;
use crate::text::number::counted;

phrases! {
    advice: "What fits", "适合的证书";
    advice_for: "For", "条件";
    all_questions: "Questions and answers", "问题与解答";
    back: "Back to the guide", "返回指南";
    clear_search: "Clear the search", "清除搜索";
    conflicts: "What does not go together", "相互冲突的要求";
    copy: "Copy the command", "复制命令";
    find: "Find the right certificate", "选择合适的证书";
    go_certificate: "Show the certificate", "查看证书";
    go_chain: "Judge the chain", "判断证书链";
    go_convert: "Convert", "转换";
    go_diagnose: "Diagnose a name", "诊断域名";
    go_find: "Find the right certificate", "选择合适的证书";
    go_iis: "Look at IIS", "检查 IIS";
    go_open: "Open files…", "打开文件…";
    go_request: "Make the request", "生成 CSR";
    guide: "Guide", "指南";
    guide_sub: "Which certificate, which names, how long, and what next", "选哪种证书、写哪些域名、要多久、下一步做什么";
    how_proven: "Proven by", "验证方式";
    how_long: "Time it takes", "所需时间";
    in_short: "In short", "简短回答";
    key_label: "Key", "密钥";
    kind_label: "Names", "域名类型";
    level_label: "Level", "验证级别";
    next: "Next step", "下一步";
    nothing: "No answer holds these words", "没有包含这些词的解答";
    nothing_hint: "Fewer words find more; both languages are searched", "少用几个词可以找到更多；中英文都会搜索";
    search: "Search the answers", "搜索解答";
    search_hint: "wildcard, IP address, password, q09", "通配符、IP 地址、密码、q09";
    start_again: "Start again", "重新开始";
    time_note: "One vendor’s figures of 2024; others are near", "某服务商 2024 年的数据，其他服务商相近";
    why: "Why", "理由";
}

/// An answer's words in a language.
pub const fn words(lang: Lang, entry: &Entry) -> &Words {
    match lang {
        Lang::En => &entry.en,
        Lang::Zh => &entry.zh,
    }
}

/// For whom an answer holds.
pub fn scope(lang: Lang, scope: Scope) -> &'static str {
    match scope {
        Scope::General => lang.pick("general", "通用"),
        Scope::Vendor => lang.pick("one vendor’s", "某服务商"),
    }
}

/// For whom an answer holds and when that was true, as a sentence.
pub fn standing(lang: Lang, entry: &Entry) -> String {
    let date = entry.date;
    match entry.scope {
        Scope::General => say!(
            lang,
            "Holds for every public CA; true on {date}",
            "适用于所有公共 CA；核实于 {date}"
        ),
        Scope::Vendor => say!(
            lang,
            "One vendor’s rule of {date}, shown as an example",
            "某服务商的规则 ({date})，仅作示例"
        ),
    }
}

/// The button that takes the next step.
pub fn step(lang: Lang, step: Step) -> &'static str {
    match step {
        Step::Certificate => go_certificate(lang),
        Step::Chain => go_chain(lang),
        Step::Convert => go_convert(lang),
        Step::Copy(_) => copy(lang),
        Step::Diagnose => go_diagnose(lang),
        Step::FindCertificate => go_find(lang),
        Step::Iis => go_iis(lang),
        Step::MakeRequest => go_request(lang),
        Step::Open => go_open(lang),
    }
}

/// `12 answers`.
pub fn answers(lang: Lang, count: usize) -> String {
    counted(lang, count, ("answer", "answers"), "个解答")
}
