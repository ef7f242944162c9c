//! A failed operation in words: what happened, likely causes, remedies, raw detail.

use std::path::Path;

use super::{Lang, fault};
use crate::core::env::FileFault;
use crate::core::problem::Failure;

/// A failure in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What happened, one sentence without full stop.
    pub happened: String,
    /// Likely causes, likeliest first.
    pub causes: Vec<String>,
    /// What to do, most useful first.
    pub remedies: Vec<String>,
    /// A program's own words, untranslated.
    pub raw: Option<String>,
}

/// The words of a failure.
pub fn explain(lang: Lang, failure: &Failure) -> Problem {
    match failure {
        Failure::Internal { operation, detail } => internal(lang, operation, detail),
        Failure::Unreadable { path, fault } => {
            let path = shown(path);
            let happened = say!(lang, "“{path}” could not be read", "无法读取“{path}”");
            of_fault(lang, happened, fault)
        }
        Failure::NotConverted(refusal) => super::convert::refusal::explain(lang, refusal),
        Failure::NotRequested(refusal) => super::csr::refusal::explain(lang, refusal),
        Failure::NotARequest { name } => super::csr::refusal::no_request(lang, name),
        Failure::NotConfiguration { path, fault } => {
            super::iis::fault::config_fault(lang, &shown(path), fault)
        }
        Failure::NotSslListing { path, fault } => {
            super::iis::listing::ssl(lang, &shown(path), fault)
        }
        Failure::NotStoreListing { path, fault } => {
            super::iis::listing::stores(lang, &shown(path), fault)
        }
        Failure::NotIisFile { path } => super::iis::listing::nothing(lang, &shown(path)),
        Failure::NotIisPlan { path, fault } => super::iis::listing::plan(lang, &shown(path), fault),
        Failure::NotImported { path, fault } => {
            super::iis::import::explain(lang, &shown(path), fault)
        }
        Failure::NotFetched(fault) => super::diagnose::fetch::explain(lang, fault),
        Failure::NoIis(fault) => super::iis::fault::system_fault(lang, fault),
        Failure::IisEntriesFirst(entries) => super::iis::act::entries_first(lang, entries),
        Failure::NotElevated(fault) => super::iis::elevation::not_elevated(lang, fault),
        Failure::HelperDeclined => super::iis::elevation::declined(lang),
        Failure::HelperFailed { code } => super::iis::elevation::helper_failed(lang, *code),
        Failure::Elevated(fault) => super::iis::elevation::elevated(lang, fault),
        Failure::IisAct(fault) => super::iis::act::explain(lang, fault),
        Failure::IisPlanRefused(refusal) => {
            let (happened, remedy) = super::iis::refusal::refusal(lang, refusal);
            Problem {
                happened,
                causes: vec![
                    lang.pick(
                        "The plan fits this file no more; nothing was changed.",
                        "计划已不适合这个文件；没有任何改动。",
                    )
                    .to_owned(),
                ],
                remedies: vec![remedy],
                raw: None,
            }
        }
        Failure::Ledger(fault) => super::ledger::explain(lang, fault),
        Failure::ChangedSince { path } => changed_since(lang, &shown(path)),
        Failure::NoRoots { source_name } => no_roots(lang, source_name),
        Failure::Exists { path } => {
            let path = shown(path);
            let happened = say!(lang, "“{path}” is there already", "“{path}”已经存在");
            of_fault(lang, happened, &FileFault::Exists)
        }
        Failure::NamedTwice { path } => named_twice(lang, &shown(path)),
        Failure::NotPutBack { path, copy, fault } => not_put_back(lang, path, copy, fault),
        Failure::Unwritable { path, fault } => {
            let path = shown(path);
            let happened = say!(lang, "“{path}” could not be written", "无法写入“{path}”");
            let mut problem = of_fault(lang, happened, fault);
            problem.causes.push(
                lang.pick(
                    "What was there before is unchanged.",
                    "原有的内容没有改变。",
                )
                .to_owned(),
            );
            problem
        }
    }
}

fn shown(path: &Path) -> String {
    super::foreign::display(&path.to_string_lossy()).into_owned()
}

fn of_fault(lang: Lang, happened: String, fault: &FileFault) -> Problem {
    let (cause, remedy) = fault::explain(lang, fault);
    let raw = match fault {
        FileFault::Other(detail) => Some(super::foreign::short(detail).into_owned()),
        _ => None,
    };
    Problem {
        happened,
        causes: vec![cause],
        remedies: vec![remedy.to_owned()],
        raw,
    }
}

fn named_twice(lang: Lang, path: &str) -> Problem {
    Problem {
        happened: say!(
            lang,
            "Two results would have the same name, “{path}”",
            "两个结果会使用同一个名称“{path}”"
        ),
        causes: vec![
            lang.pick("Nothing was written.", "没有写入任何内容。")
                .to_owned(),
        ],
        remedies: vec![
            lang.pick(
                "Give each file a name of its own.",
                "为每个文件取不同的名称。",
            )
            .to_owned(),
        ],
        raw: None,
    }
}

fn not_put_back(lang: Lang, path: &Path, copy: &Path, fault: &FileFault) -> Problem {
    let (path, copy) = (shown(path), shown(copy));
    let happened = say!(
        lang,
        "Writing stopped half way, and “{path}” could not be put back",
        "写入中途停止，而且无法恢复“{path}”"
    );
    let mut problem = of_fault(lang, happened, fault);
    problem.causes.push(say!(
        lang,
        "“{path}” holds the new content; its old content is whole in “{copy}”.",
        "“{path}”里是新内容；原有内容完整地保存在“{copy}”中。"
    ));
    problem.remedies.insert(
        0,
        say!(
            lang,
            "Rename “{copy}” to “{path}” to have the old file back.",
            "把“{copy}”改名为“{path}”，即可恢复原文件。"
        ),
    );
    problem
}

fn internal(lang: Lang, operation: &str, detail: &str) -> Problem {
    let operation = operation_name(lang, operation);
    Problem {
        happened: say!(lang, "Internal fault while {operation}", "{operation}时发生内部错误"),
        causes: vec![
            lang.pick(
                "This is a fault of Certwright, not of your files. Nothing was changed.",
                "这是 Certwright 自身的错误，不是文件的问题。没有改动任何内容。",
            )
            .to_owned(),
        ],
        remedies: vec![
            lang.pick(
                "Open the files one by one to find the one that causes it, and report it with that file if it is not secret.",
                "逐个打开文件，找出引起错误的那个；如果它不涉及机密，连同文件一起报告。",
            )
            .to_owned(),
        ],
        raw: Some(super::foreign::short(detail).into_owned()),
    }
}

fn operation_name(lang: Lang, operation: &str) -> &'static str {
    match operation {
        "check-csr" => lang.pick("checking a CSR", "检查 CSR"),
        "create-csr" => lang.pick("making a CSR", "生成 CSR"),
        "convert" => lang.pick("converting", "转换"),
        "fetch-issuers" => lang.pick("fetching issuers", "下载颁发者证书"),
        "iis-apply" => lang.pick("carrying a plan out", "执行计划"),
        "iis-import" => lang.pick("importing a certificate", "导入证书"),
        "iis-history" => lang.pick("reading the history", "读取历史记录"),
        "iis-scan" => lang.pick("looking at IIS", "检查 IIS"),
        "iis-undo" => lang.pick("taking a plan back", "撤销计划"),
        "inspect" => lang.pick("opening files", "打开文件"),
        "ledger" => lang.pick("asking the list of requests", "查询 CSR 记录"),
        "save" => lang.pick("saving a file", "保存文件"),
        "undo-converted" => lang.pick("taking files back", "撤销写入"),
        "unlock" => lang.pick("trying a password", "尝试密码"),
        "write-converted" => lang.pick("writing the files", "写入文件"),
        _ => lang.pick("working", "运行"),
    }
}

fn no_roots(lang: Lang, source: &str) -> Problem {
    let source = match source {
        "system" => lang
            .pick("this computer’s certificate store", "这台计算机的证书存储")
            .to_owned(),
        file => super::foreign::short(file).into_owned(),
    };
    Problem {
        happened: say!(
            lang,
            "No trusted roots were found in {source}",
            "在 {source} 中没有找到受信任的根证书"
        ),
        causes: vec![
            lang.pick(
                "It is empty, or it does not hold certificates in PEM or DER.",
                "它是空的，或者里面没有 PEM 或 DER 格式的证书。",
            )
            .to_owned(),
        ],
        remedies: vec![
            lang.pick(
                "Name a file or folder with root certificates, or judge by Mozilla’s list.",
                "指定一个含有根证书的文件或文件夹，或使用 Mozilla 的列表。",
            )
            .to_owned(),
        ],
        raw: None,
    }
}

fn changed_since(lang: Lang, path: &str) -> Problem {
    Problem {
        happened: say!(
            lang,
            "“{path}” was changed after it was written",
            "“{path}”在写入之后又被更改"
        ),
        causes: vec![
            lang.pick(
                "So nothing was taken back; all files are as they are now.",
                "因此没有撤销任何内容；所有文件保持现状。",
            )
            .to_owned(),
        ],
        remedies: vec![
            lang.pick(
                "Compare it with the copy that was kept beside it, and put back by hand what is wanted.",
                "将它与旁边保留的副本比较，手动恢复需要的内容。",
            )
            .to_owned(),
        ],
        raw: None,
    }
}
