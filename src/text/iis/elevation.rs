//! The helper with the rights of an administrator: why it was not started, or did not do it.

use super::act::{problem, shown, who};
use crate::core::env::{ElevationFault, LockedFault};
use crate::core::iis::elevated::ElevatedFault;
use crate::text::problem::Problem;
use crate::text::{Lang, fault};

/// The words of what the helper refused.
pub fn elevated(lang: Lang, fault: &ElevatedFault) -> Problem {
    let nothing = lang.pick("Nothing was changed.", "没有任何改动。");
    match fault {
        ElevatedFault::Plan { path, fault } => {
            let path = shown(path);
            let happened = say!(
                lang,
                "The plan “{path}” was not taken",
                "没有接受计划“{path}”"
            );
            let cause = match fault {
                LockedFault::Busy => lang
                    .pick("Another program is writing it.", "其他程序正在写入它。")
                    .to_owned(),
                LockedFault::Open(guard) => who(lang, guard),
                LockedFault::File(of) => fault::explain(lang, of).0,
            };
            problem(happened, cause, nothing)
        }
        ElevatedFault::OtherPlan { .. } => problem(
            lang.pick(
                "The plan is not the one that was agreed to",
                "计划不是已确认的那一份",
            )
            .to_owned(),
            lang.pick(
                "Its file was changed after you agreed.",
                "文件在确认之后被更改。",
            ),
            nothing,
        ),
        ElevatedFault::OtherFile { config } => {
            let config = shown(config);
            problem(
                say!(
                    lang,
                    "“{config}” is not this computer’s configuration",
                    "“{config}”不是本机的配置"
                ),
                lang.pick(
                    "The helper changes nothing else.",
                    "辅助程序不会改动其他文件。",
                ),
                nothing,
            )
        }
        ElevatedFault::NoIis(fault) => super::fault::system_fault(lang, fault),
    }
}

/// Why the helper did not start.
pub fn not_elevated(lang: Lang, fault: &ElevationFault) -> Problem {
    let cause = match fault {
        ElevationFault::NotWindows => lang
            .pick("This is no Windows.", "这不是 Windows。")
            .to_owned(),
        ElevationFault::ProgramMissing(path) | ElevationFault::PathUnusable(path) => {
            let path = shown(path);
            say!(
                lang,
                "It is not there, or cannot be named: {path}.",
                "找不到它，或无法指定路径：{path}。"
            )
        }
        ElevationFault::Other(_) => String::new(),
    };
    let mut told = problem(
        lang.pick(
            "The helper with the rights of an administrator was not started; nothing was changed",
            "没有启动具有管理员权限的辅助程序；没有任何改动",
        )
        .to_owned(),
        cause,
        lang.pick(
            "Keep certwright-cli.exe beside the window’s program, or save the edited copy or a script.",
            "把 certwright-cli.exe 放在窗口程序旁边，或另存改好的副本或脚本。",
        ),
    );
    if let ElevationFault::Other(words) = fault {
        told.raw = Some(crate::text::foreign::short(words).into_owned());
    }
    told
}

/// The user said no.
pub fn declined(lang: Lang) -> Problem {
    problem(
        lang.pick(
            "Windows was not allowed to start the helper; nothing was changed",
            "没有允许 Windows 启动辅助程序；没有任何改动",
        )
        .to_owned(),
        lang.pick(
            "The question of Windows was answered with No, or a policy forbids it.",
            "Windows 的询问被拒绝，或策略不允许。",
        ),
        lang.pick(
            "Carry the plan out again and agree, or save the edited copy or a script.",
            "重新执行计划并同意，或另存改好的副本或脚本。",
        ),
    )
}

/// The helper ended without having done it.
pub fn helper_failed(lang: Lang, code: u32) -> Problem {
    problem(
        say!(
            lang,
            "The helper ended without carrying the plan out (code {code})",
            "辅助程序没有执行计划就结束了（代码 {code}）"
        ),
        lang.pick(
            "The file may have been changed or be in use, or another account answered.",
            "文件可能被更改或占用，或由另一个账户应答。",
        ),
        lang.pick(
            "Scan again and look at the history; or run `iis apply` in a command line started as administrator, which says why.",
            "重新检查并查看历史记录；或在以管理员身份启动的命令行中运行 `iis apply`，它会说明原因。",
        ),
    )
}
