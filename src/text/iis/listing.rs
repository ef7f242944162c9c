//! Files that were taken for a listing of IIS and are none.

use crate::core::iis::http_sys::netsh::{ListingFault, ListingFaultKind};
use crate::core::iis::plan::PlanFileFault;
use crate::core::iis::store::listing::{StoreListingFault, StoreListingFaultKind};
use crate::text::Lang;
use crate::text::foreign::short;
use crate::text::problem::Problem;

fn problem(happened: String, cause: String, remedy: String) -> Problem {
    Problem {
        happened,
        causes: vec![cause],
        remedies: vec![remedy],
        raw: None,
    }
}

/// A file that is no `netsh http show sslcert`.
pub fn ssl(lang: Lang, path: &str, fault: &ListingFault) -> Problem {
    let line = fault.line;
    let happened = say!(
        lang,
        "“{path}” is no listing of http.sys (line {line})",
        "“{path}”不是 http.sys 的列表（第 {line} 行）"
    );
    let cause = match fault.kind {
        ListingFaultKind::TooLarge | ListingFaultKind::TooMany => lang.pick("It is larger than any such listing.", "它比任何这样的列表都大。"),
        ListingFaultKind::Empty => lang.pick("There is nothing in it.", "里面没有内容。"),
        ListingFaultKind::Binary => lang.pick("It is no text.", "它不是文本。"),
        ListingFaultKind::NoListing => lang.pick("It is the output of something else.", "它是其他命令的输出。"),
        ListingFaultKind::Message => lang.pick("netsh wrote a message in place of entries: it was run without the rights of an administrator, or asked for one entry that is not there.", "netsh 输出的是一条消息而不是条目：运行时没有管理员权限，或查询的条目不存在。"),
        ListingFaultKind::Entry => lang.pick("An entry is damaged there.", "那里有一个条目损坏。"),
        ListingFaultKind::Cut => lang.pick("It ends in the middle of an entry.", "它在一个条目中间结束。"),
    };
    let remedy = lang.pick(
        "Save it anew on the server, as administrator: netsh http show sslcert > sslcert.txt",
        "在服务器上以管理员身份重新保存：netsh http show sslcert > sslcert.txt",
    );
    problem(happened, cause.to_owned(), remedy.to_owned())
}

/// A file that is no listing of stores.
pub fn stores(lang: Lang, path: &str, fault: &StoreListingFault) -> Problem {
    let line = fault.line;
    let (cause, raw) = match &fault.kind {
        StoreListingFaultKind::AnotherCertificate => (
            lang.pick(
                "The certificate there has another thumbprint than the listing says.",
                "那里的证书与列表所写的指纹不同。",
            ),
            None,
        ),
        StoreListingFaultKind::CommandFailed(code) => (
            lang.pick("certutil itself reports an error.", "certutil 报告了错误。"),
            Some(format!("0x{code:08X}")),
        ),
        StoreListingFaultKind::Json(words) => (
            lang.pick("The JSON is broken.", "JSON 已损坏。"),
            Some(short(words).into_owned()),
        ),
        StoreListingFaultKind::NoThumbprint => (
            lang.pick(
                "A certificate has no whole thumbprint there.",
                "那里有证书缺少完整的指纹。",
            ),
            None,
        ),
        StoreListingFaultKind::NotAListing => (
            lang.pick(
                "It is the output of something else.",
                "它是其他命令的输出。",
            ),
            None,
        ),
        StoreListingFaultKind::TooLarge | StoreListingFaultKind::TooMany => (
            lang.pick(
                "It is larger than any such listing.",
                "它比任何这样的列表都大。",
            ),
            None,
        ),
    };
    let happened = say!(
        lang,
        "“{path}” is no listing of certificate stores and holds no certificate (line {line})",
        "“{path}”不是证书存储的列表，也不含证书（第 {line} 行）"
    );
    let remedy = lang.pick(
        "Collect it anew on the server with the script of `iis collect`, or save certutil -store My > my.txt",
        "在服务器上用 `iis collect` 的脚本重新收集，或保存 certutil -store My > my.txt",
    );
    Problem {
        raw,
        ..problem(happened, cause.to_owned(), remedy.to_owned())
    }
}

/// A file that tells nothing of IIS.
pub fn nothing(lang: Lang, path: &str) -> Problem {
    problem(
        say!(
            lang,
            "“{path}” tells nothing of IIS",
            "“{path}”与 IIS 无关"
        ),
        lang.pick(
            "It is neither a configuration nor a listing of http.sys or certificate stores, nor a certificate.",
            "它既不是配置，也不是 http.sys 或证书存储的列表，也不是证书。",
        )
        .to_owned(),
        lang.pick(
            "Name an applicationHost.config, or a folder of files from the server.",
            "指定一个 applicationHost.config，或从服务器收集的文件夹。",
        )
        .to_owned(),
    )
}

/// A file that is no plan.
pub fn plan(lang: Lang, path: &str, fault: &PlanFileFault) -> Problem {
    let happened = say!(lang, "“{path}” is no plan", "“{path}”不是变更计划");
    let again = lang.pick(
        "Make a plan with `iis plan --out`.",
        "用 `iis plan --out` 制定计划。",
    );
    match fault {
        PlanFileFault::NotAPlan { detail } => Problem {
            raw: Some(short(detail).into_owned()),
            ..problem(
                happened,
                lang.pick(
                    "It is another file, or damaged.",
                    "它是其他文件，或已损坏。",
                )
                .to_owned(),
                again.to_owned(),
            )
        },
        PlanFileFault::Newer { schema } => problem(
            happened,
            say!(
                lang,
                "It was written by a newer Certwright (form {schema}).",
                "它由更新版本的 Certwright 写出（格式 {schema}）。"
            ),
            lang.pick(
                "Use that version, or make the plan anew.",
                "使用那个版本，或重新制定计划。",
            )
            .to_owned(),
        ),
    }
}
