//! Why a change of the configuration, or taking it back, was not done.

use std::path::Path;

use crate::core::env::{ElevationFault, FileFault, Guard, LockedFault};
use crate::core::iis::elevated::ElevatedFault;
use crate::core::iis::history::{ActFault, Damage, PlanId};
use crate::text::problem::Problem;
use crate::text::{Lang, fault};

fn shown(path: &Path) -> String {
    crate::text::foreign::display(&path.to_string_lossy()).into_owned()
}

fn problem(happened: String, cause: impl Into<String>, remedy: impl Into<String>) -> Problem {
    let some = |text: String| Some(text).filter(|text| !text.is_empty());
    Problem {
        happened,
        causes: some(cause.into()).into_iter().collect(),
        remedies: some(remedy.into()).into_iter().collect(),
        raw: None,
    }
}

/// The words of a refused act.
pub fn explain(lang: Lang, fault: &ActFault) -> Problem {
    match fault {
        ActFault::Busy { path } => busy(lang, &shown(path)),
        ActFault::Cancelled => problem(
            lang.pick("Cancelled; nothing was changed", "已取消；没有任何改动")
                .to_owned(),
            "",
            "",
        ),
        ActFault::Changed { path } => changed(lang, &shown(path)),
        ActFault::ChangedSince { path } => changed_since(lang, &shown(path)),
        ActFault::CopyDamaged { copy, damage } => copy_damaged(lang, &shown(copy), damage),
        ActFault::FolderOpen { path, guard } => open_to_others(lang, &shown(path), guard),
        ActFault::HistoryFull { path } => full(lang, &shown(path)),
        ActFault::Link { path } => link(lang, &shown(path)),
        ActFault::NewerFirst { newer } => newer_first(lang, newer),
        ActFault::NameUnusable { .. }
        | ActFault::NothingToUndo { .. }
        | ActFault::NotInForce { .. }
        | ActFault::TooLarge { .. }
        | ActFault::UnknownAct { .. } => of_history(lang, fault),
        ActFault::RightsNotKept { path } => rights(lang, &shown(path)),
        ActFault::Unreadable { path, fault } => {
            let path = shown(path);
            of_file(
                lang,
                say!(lang, "“{path}” could not be read", "无法读取“{path}”"),
                fault,
            )
        }
        ActFault::Unwritable { path, fault } => unwritable(lang, &shown(path), fault),
    }
}

/// What the history does not know, or cannot hold.
fn of_history(lang: Lang, fault: &ActFault) -> Problem {
    match fault {
        ActFault::NameUnusable { path } => {
            let path = shown(path);
            problem(
                say!(
                    lang,
                    "“{path}” has no name that can be kept in a record",
                    "“{path}”的名称无法写入记录"
                ),
                "",
                lang.pick(
                    "Give the file a name in ordinary characters.",
                    "为文件取一个普通字符的名称。",
                ),
            )
        }
        ActFault::NothingToUndo { path } => {
            let path = shown(path);
            problem(
                say!(
                    lang,
                    "There is nothing to undo for “{path}”",
                    "“{path}”没有可以撤销的变更"
                ),
                lang.pick(
                    "No change made from here is in force.",
                    "没有在这里做过且仍然生效的变更。",
                ),
                lang.pick(
                    "`iis history` lists what was done.",
                    "用 `iis history` 查看做过的变更。",
                ),
            )
        }
        ActFault::NotInForce { id } => {
            let id = name(id);
            problem(
                say!(lang, "Plan {id} is not in force", "计划 {id} 没有生效"),
                lang.pick(
                    "It was undone already, or never carried out.",
                    "它已被撤销，或从未执行。",
                ),
                "",
            )
        }
        ActFault::TooLarge { bytes } => {
            let bytes = crate::text::number::whole(*bytes);
            problem(
                say!(
                    lang,
                    "The new file would have {bytes} bytes, more than is written here",
                    "新文件将有 {bytes} 字节，超过上限"
                ),
                "",
                "",
            )
        }
        ActFault::UnknownAct { id } => {
            let id = name(id);
            problem(
                say!(
                    lang,
                    "The history knows no plan {id}",
                    "历史记录中没有计划 {id}"
                ),
                "",
                lang.pick(
                    "`iis history` lists what was done.",
                    "用 `iis history` 查看做过的变更。",
                ),
            )
        }
        other => problem(other.to_string(), "", ""),
    }
}

fn name(id: &PlanId) -> String {
    crate::text::foreign::short(&id.0).into_owned()
}

fn busy(lang: Lang, path: &str) -> Problem {
    problem(
        say!(lang, "Another program keeps “{path}” open; nothing was changed", "“{path}”正被其他程序占用；没有任何改动"),
        lang.pick(
            "It was tried again for about two seconds. IIS Manager, an editor, a backup or a virus scanner may hold it.",
            "已重试约两秒。IIS 管理器、编辑器、备份或杀毒软件可能占用了它。",
        ),
        lang.pick("Close the other program and carry the plan out again.", "关闭那个程序，然后重新执行计划。"),
    )
}

fn changed(lang: Lang, path: &str) -> Problem {
    problem(
        say!(lang, "“{path}” is not the file the plan was made of; nothing was changed", "“{path}”已不是制定计划时的文件；没有任何改动"),
        lang.pick(
            "Somebody changed it since: IIS Manager, another administrator, or this plan itself.",
            "它在此之后被更改过：可能是 IIS 管理器、其他管理员，或这个计划本身。",
        ),
        lang.pick(
            "Make the plan anew: scan again, or `iis plan --from PLAN --out NEW`. The wishes are kept.",
            "重新制定计划：重新检查，或使用 `iis plan --from PLAN --out NEW`。原来的要求会保留。",
        ),
    )
}

fn changed_since(lang: Lang, path: &str) -> Problem {
    problem(
        say!(lang, "“{path}” was changed by another program since; nothing was undone", "“{path}”之后又被其他程序更改；没有撤销任何内容"),
        lang.pick(
            "Putting the old file back would lose that change.",
            "恢复旧文件会丢失那次更改。",
        ),
        lang.pick(
            "Compare the file with the copy in the folder certwright-undo, and put back by hand what is wanted.",
            "将文件与 certwright-undo 文件夹中的副本比较，手动恢复需要的内容。",
        ),
    )
}

fn copy_damaged(lang: Lang, copy: &str, damage: &Damage) -> Problem {
    let happened = say!(
        lang,
        "The copy “{copy}” cannot be used; nothing was undone",
        "无法使用副本“{copy}”；没有撤销任何内容"
    );
    match damage {
        Damage::Unreadable(fault) => of_file(lang, happened, fault),
        Damage::Missing => problem(
            happened,
            lang.pick("It is not there any more.", "它已不存在。"),
            lang.pick(
                "IIS keeps states of its own in %SystemDrive%\\inetpub\\history.",
                "IIS 自己也在 %SystemDrive%\\inetpub\\history 中保留历史版本。",
            ),
        ),
        Damage::Wrong => problem(
            happened,
            lang.pick(
                "It does not hold what was replaced: somebody changed it.",
                "它的内容与被替换的文件不同：有人改动过它。",
            ),
            lang.pick(
                "IIS keeps states of its own in %SystemDrive%\\inetpub\\history.",
                "IIS 自己也在 %SystemDrive%\\inetpub\\history 中保留历史版本。",
            ),
        ),
    }
}

fn who(lang: Lang, guard: &Guard) -> String {
    let short = |name: &str| crate::text::foreign::short(name).into_owned();
    match guard {
        Guard::Closed => String::new(),
        Guard::Link => lang.pick("It is a link.", "它是一个链接。").to_owned(),
        Guard::OwnedBy(name) => {
            let name = short(name);
            say!(lang, "It belongs to {name}.", "它属于 {name}。")
        }
        Guard::WritableBy(name) if name == "everyone" => lang
            .pick("Everybody may write there.", "所有人都可以写入。")
            .to_owned(),
        Guard::WritableBy(name) => {
            let name = short(name);
            say!(lang, "{name} may write there.", "{name} 可以写入。")
        }
    }
}

fn open_to_others(lang: Lang, path: &str, guard: &Guard) -> Problem {
    problem(
        say!(
            lang,
            "“{path}” is open to others, so nothing is read from it",
            "“{path}”对其他用户开放，因此不从中读取任何内容"
        ),
        who(lang, guard),
        lang.pick(
            "Take the rights of others away, look at what lies there, and try again.",
            "去掉其他用户的权限，检查其中的内容，然后重试。",
        ),
    )
}

fn full(lang: Lang, path: &str) -> Problem {
    problem(
        say!(
            lang,
            "The history in “{path}” is full; nothing was changed",
            "“{path}”中的历史记录已满；没有任何改动"
        ),
        "",
        lang.pick(
            "Move old records and copies elsewhere.",
            "把旧记录和副本移到别处。",
        ),
    )
}

fn link(lang: Lang, path: &str) -> Problem {
    problem(
        say!(
            lang,
            "“{path}” is a link; nothing was changed",
            "“{path}”是一个链接；没有任何改动"
        ),
        lang.pick(
            "A change would replace the link, not what it leads to.",
            "更改会替换链接本身，而不是它指向的文件。",
        ),
        lang.pick("Name the file itself.", "指定文件本身。"),
    )
}

fn newer_first(lang: Lang, newer: &[PlanId]) -> Problem {
    let ids: Vec<String> = newer.iter().map(name).collect();
    let ids = crate::text::number::listed(&ids);
    problem(
        say!(
            lang,
            "Newer changes build on this one; nothing was undone",
            "后来的变更以此为基础；没有撤销任何内容"
        ),
        "",
        say!(
            lang,
            "Undo these first, in this order: {ids}.",
            "请先按此顺序撤销：{ids}。"
        ),
    )
}

fn rights(lang: Lang, path: &str) -> Problem {
    problem(
        say!(
            lang,
            "The rights of “{path}” could not be kept, so nothing was changed",
            "无法保留“{path}”的权限，因此没有任何改动"
        ),
        lang.pick(
            "The new file would belong to another account than the old one.",
            "新文件会属于另一个账户。",
        ),
        lang.pick(
            "Carry the plan out as the owner of the file or as administrator.",
            "以文件所有者或管理员身份执行计划。",
        ),
    )
}

fn of_file(lang: Lang, happened: String, of: &FileFault) -> Problem {
    let (cause, remedy) = fault::explain(lang, of);
    problem(happened, cause, remedy)
}

fn unwritable(lang: Lang, path: &str, of: &FileFault) -> Problem {
    let happened = say!(
        lang,
        "“{path}” could not be changed; it is as it was",
        "无法更改“{path}”；它保持原样"
    );
    if *of != FileFault::Denied {
        return of_file(lang, happened, of);
    }
    problem(
        happened,
        lang.pick(
            "Only an administrator may write here.",
            "只有管理员才能写入这里。",
        ),
        lang.pick(
            "Start the command line as administrator, save the edited copy (--save-copy) and put it there yourself, or make a script of the plan.",
            "以管理员身份运行命令行，或另存改好的副本（--save-copy）后自行替换，或把计划转换为脚本。",
        ),
    )
}

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
        "",
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
