//! Why a change of the configuration, or taking it back, was not done.

use std::path::Path;

use crate::core::env::{FileFault, Guard};
use crate::core::iis::history::{ActFault, Damage, PlanId};
use crate::core::iis::http_sys::{SslEntry, Verb, argv};
use crate::text::problem::Problem;
use crate::text::{Lang, fault};

pub(super) fn shown(path: &Path) -> String {
    crate::text::foreign::display(&path.to_string_lossy()).into_owned()
}

pub(super) fn problem(
    happened: String,
    cause: impl Into<String>,
    remedy: impl Into<String>,
) -> Problem {
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
                lang.pick(
                    "It holds characters that are no text.",
                    "其中含有不是文本的字符。",
                ),
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
                lang.pick(
                    "`iis history` lists what was done.",
                    "用 `iis history` 查看做过的变更。",
                ),
            )
        }
        fault => of_size(lang, fault),
    }
}

/// Too much for the history, or unknown to it.
fn of_size(lang: Lang, fault: &ActFault) -> Problem {
    match fault {
        ActFault::TooLarge { bytes } => {
            let bytes = crate::text::number::whole(*bytes);
            problem(
                say!(
                    lang,
                    "The new file would have {bytes} bytes, more than is written here",
                    "新文件将有 {bytes} 字节，超过上限"
                ),
                lang.pick(
                    "No configuration of IIS is as large as that.",
                    "没有这么大的 IIS 配置。",
                ),
                lang.pick(
                    "Make the plan of the right file.",
                    "针对正确的文件制定计划。",
                ),
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
                lang.pick(
                    "It was made for another file, or its record was taken away.",
                    "它属于另一个文件，或记录已被移走。",
                ),
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

pub(super) fn who(lang: Lang, guard: &Guard) -> String {
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
        lang.pick(
            "There are as many records as are read at all.",
            "记录数量已达到读取上限。",
        ),
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
        lang.pick(
            "Taking an older change back would take the newer ones with it.",
            "撤销旧的变更会连同后来的一起撤销。",
        ),
        say!(
            lang,
            "Undo these first, in this order: {ids}.",
            "先按此顺序撤销：{ids}。"
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

/// Commands named in one sentence.
const COMMANDS: usize = 8;

/// http.sys lacks what the plan counts on.
pub fn entries_first(lang: Lang, entries: &[SslEntry]) -> Problem {
    let count = crate::text::number::counted(lang, entries.len(), ("entry", "entries"), "个条目");
    let commands = entries.iter().take(COMMANDS);
    let commands = commands.map(|entry| argv(Verb::Add, entry).join(" "));
    Problem {
        happened: say!(
            lang,
            "http.sys lacks {count} that the plan counts on; nothing was changed",
            "http.sys 缺少计划所需的 {count}；没有任何改动"
        ),
        causes: vec![
            lang.pick(
                "Without them the bindings would serve nothing, or another certificate, as soon as the file is changed.",
                "没有这些条目，文件一改，绑定就不会提供证书，或提供别的证书。",
            )
            .to_owned(),
        ],
        remedies: std::iter::once(
            lang.pick(
                "Run these commands as administrator, then apply the plan again; the script of the plan does both.",
                "以管理员身份运行这些命令，然后再次执行计划；计划的脚本会一并完成。",
            )
            .to_owned(),
        )
        .chain(commands)
        .collect(),
        raw: None,
    }
}
