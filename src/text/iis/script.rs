//! A plan as a PowerShell script for the server itself: a check at the top, the edit, a roll-back at the
//! end. It edits by position in exactly the file the plan was made of, so nothing of that file is quoted
//! anywhere; what is shown of it stands in comments.

use crate::core::artifact::Fingerprint;
use crate::core::iis::http_sys::{SslEntry, Verb, argv};
use crate::core::iis::plan::{Change, Edit, PlanFile, Remade, spliced};
use crate::text::Lang;
use crate::text::foreign::{display, powershell};

/// The script that collects on a server what a scan reads: for PowerShell 2.0 on.
pub const COLLECT: &str = include_str!("collect.ps1");

/// What every script begins and ends with.
const FRAME: &str = include_str!("apply.ps1");

/// The script of a plan made anew. `None` when a character has no place in the file's encoding.
pub fn script(lang: Lang, file: &PlanFile, remade: &Remade) -> Option<String> {
    let text = &remade.source.text;
    let new = remade.source.encode(&spliced(text, &remade.plan.edits))?;
    let mut edits = String::new();
    for edit in bytes_of(remade)? {
        edits.push_str(&format!(
            "    ,@({}, {}, '{}')\n",
            edit.offset,
            edit.length,
            base64(&edit.new)
        ));
    }
    let entries: Option<String> = file.entries.iter().map(entry).collect();
    let entries = entries?;
    let filled = FRAME
        .replace("#=ABOUT=", &about(lang, file, remade))
        .replace("#=NAME=", &powershell(&name(file))?)
        .replace("#=OLD=", &format!("'{}'", file.sha256))
        .replace("#=NEW=", &format!("'{}'", Fingerprint::of(&new)))
        .replace("#=EDITS=", edits.trim_end())
        .replace("#=ENTRIES=", entries.trim_end());
    let words: [(&str, &str); 9] = [
        ("NOT_ADMIN", lang.pick("Run this in a PowerShell that was started as administrator.", "在以管理员身份启动的 PowerShell 中运行。")),
        ("OTHER_FILE", lang.pick("The configuration is not the one the plan was made of. Nothing was changed. Make the plan again.", "配置文件不是制定变更计划时的那一份。没有任何改动。重新制定计划。")),
        ("DONE_ALREADY", lang.pick("The plan is carried out already. Nothing was changed.", "这个计划已经执行过。没有任何改动。")),
        ("NOT_AS_PLANNED", lang.pick("The result would not be as planned. Nothing was changed.", "结果会与计划不符。没有任何改动。")),
        ("DONE", lang.pick("Done. The old file is {0}. To go back: run this script with -Undo.", "已完成。原文件是 {0}。要恢复：用 -Undo 运行这个脚本。")),
        ("ROLLED_BACK", lang.pick("It could not be finished; everything is as it was before.", "无法完成；一切已恢复原状。")),
        ("UNDONE", lang.pick("The configuration is as it was before the plan.", "配置已恢复到执行计划之前。")),
        ("NO_COPY", lang.pick("The copy of the old file is not there, or not whole. Nothing was changed.", "找不到原文件的副本，或副本不完整。没有任何改动。")),
        ("CHANGED_SINCE", lang.pick("The configuration was changed since. Nothing was undone.", "配置在此之后又被更改。没有撤销任何内容。")),
    ];
    let filled = words.iter().fold(filled, |text, (key, words)| {
        let quoted = powershell(words).unwrap_or_default();
        text.replace(&format!("#={key}="), &quoted)
    });
    Some(filled.replace('\n', "\r\n"))
}

/// An edit in bytes of the file.
struct ByteEdit {
    offset: usize,
    length: usize,
    new: Vec<u8>,
}

/// The edits by position in the file's bytes: in UTF-8 as in the text, else counted along.
fn bytes_of(remade: &Remade) -> Option<Vec<ByteEdit>> {
    let source = &remade.source;
    let mark = source.encode("")?.len();
    let size = |text: &str| Some(source.encode(text)?.len() - mark);
    let (mut at, mut offset) = (0usize, mark);
    let mut out = Vec::with_capacity(remade.plan.edits.len());
    for Edit { span, new } in &remade.plan.edits {
        let range = span.range();
        offset += size(source.text.get(at..range.start)?)?;
        let length = size(source.text.get(range.clone())?)?;
        let new = source.encode(new)?;
        out.push(ByteEdit {
            offset,
            length,
            new: new.get(mark..)?.to_vec(),
        });
        offset += length;
        at = range.end;
    }
    Some(out)
}

fn base64(bytes: &[u8]) -> String {
    use base64ct::{Base64, Encoding};
    Base64::encode_string(bytes)
}

/// Name of the file in IIS's folder.
fn name(file: &PlanFile) -> String {
    let path = file.config.to_string_lossy();
    let name = path.rsplit(['\\', '/']).next().unwrap_or_default();
    name.to_owned()
}

/// One entry of http.sys: its key, and what netsh is told.
fn entry(entry: &SslEntry) -> Option<String> {
    let (parameter, value) = (entry.key.netsh_parameter(), entry.key.netsh_value());
    let key = powershell(&format!("{parameter}={value}"))?;
    let arguments: Option<Vec<String>> = argv(Verb::Add, entry)
        .iter()
        .skip(1)
        .map(|argument| powershell(argument))
        .collect();
    Some(format!("    ,@({key}, @({}))\n", arguments?.join(", ")))
}

/// Comments: what is changed, line by line. Foreign text shows its hidden characters and stays on its line.
fn about(lang: Lang, file: &PlanFile, remade: &Remade) -> String {
    let id = &file.id.0;
    let mut lines = vec![
        say!(
            lang,
            "# Certwright, plan {id}",
            "# Certwright，变更计划 {id}"
        ),
        lang.pick(
            "# Run it in Windows PowerShell as administrator, on the server itself; with -Undo it goes back.",
            "# 在服务器上以管理员身份用 Windows PowerShell 运行；加 -Undo 则恢复。",
        )
        .to_owned(),
        lang.pick(
            "# It changes these places of one file and nothing else:",
            "# 只改动一个文件的以下位置：",
        )
        .to_owned(),
    ];
    for step in &remade.plan.steps {
        for change in &step.changes {
            lines.extend(comment(lang, step.line, change));
        }
    }
    for entry in &file.entries {
        let (parameter, value) = (entry.key.netsh_parameter(), entry.key.netsh_value());
        lines.push(format!("#   http.sys  + {parameter}={value}"));
    }
    lines.join("\n")
}

fn comment(lang: Lang, line: u32, change: &Change) -> Vec<String> {
    let on_one_line = |text: &str| {
        let flat: Vec<&str> = text.split_whitespace().collect();
        display(&flat.join(" ")).into_owned()
    };
    let mut out = vec![say!(lang, "#   line {line}", "#   第 {line} 行")];
    out.extend(
        change
            .old
            .as_deref()
            .map(|old| format!("#     - {}", on_one_line(old))),
    );
    out.extend(
        change
            .new
            .as_deref()
            .map(|new| format!("#     + {}", on_one_line(new))),
    );
    out
}
