//! Words of the check of a request, as the window shows it.

use crate::core::finding::{Finding, Severity, Verdict};
use crate::text::Lang;
use crate::text::number::counted;

phrases! {
    title: "Check a request", "检查 CSR";
    sub: "A CSR that exists, held against the order, a certificate or key, and the ledger", "将已有的 CSR 与订单、证书或私钥以及台账核对";
    tabs: "Parts of this panel", "此面板的各部分";
    tab_new: "New", "新建";
    tab_check: "Check", "检查";
    tab_ledger: "Made before", "以往的 CSR";
    ledger_title: "Requests made or checked", "生成或检查过的 CSR";
    ledger_sub: "A CA refuses a key that was used in an earlier order. The list stays on this computer.", "CA 会拒绝以前订单用过的密钥。列表只保存在本机。";
    empty_title: "No request is open", "尚未打开 CSR";
    empty_hint: "Drop a .csr file here, open one, or paste its text", "将 .csr 文件拖到这里、打开文件或粘贴文本";
    open: "Open request…", "打开 CSR…";
    which: "Request", "CSR";
    order: "Names of the order", "订单中的域名";
    order_hint: "none entered: not compared", "未填写则不核对";
    level: "Level of the order", "订单的验证级别";
    level_any: "Not said", "未指定";
    against: "Should have the key of", "应与其密钥相同";
    against_none: "Not compared", "不核对";
    against_more: "Open the certificate or key beside the request to compare them.", "将证书或私钥与 CSR 一起打开即可核对。";
    says: "What it asks for", "申请内容";
    usage_line: "Usage", "用途";
    challenge_line: "Challenge", "质询密码";
    challenge_there: "present, readable by anybody", "有，任何人都能读到";
    checking: "Checking…", "正在检查…";
    copy_pem: "Copy as PEM", "复制 PEM";
}

/// The verdict in one sentence.
pub fn verdict(lang: Lang, findings: &[Finding]) -> String {
    let count = |wanted| {
        let same = findings.iter().filter(|finding| finding.severity == wanted);
        same.count()
    };
    match Verdict::of(findings) {
        Verdict::Ok => lang
            .pick(
                "Nothing stands against this request",
                "未发现这个 CSR 有问题",
            )
            .to_owned(),
        Verdict::Warning => {
            let things = counted(lang, count(Severity::Warning), ("thing", "things"), "处");
            say!(
                lang,
                "{things} to look at before ordering",
                "提交订单前有 {things}需要留意"
            )
        }
        Verdict::Error => {
            let faults = counted(lang, count(Severity::Error), ("fault", "faults"), "处错误");
            say!(
                lang,
                "A CA will refuse this request: {faults}",
                "CA 会拒绝这个 CSR：{faults}"
            )
        }
    }
}
