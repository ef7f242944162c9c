//! The line under the title: what was opened and when.

use crate::core::bundle::Opened;
use crate::core::time::Moment;
use crate::text::Lang;
use crate::text::number::counted;
use crate::text::time::date_time;

/// `10 files in 4 folders • opened 23 Nov 2026, 10:42 • nothing was unpacked to disk`.
/// `when` is the moment of opening with the local offset from UTC in seconds.
pub fn opened(lang: Lang, what: &Opened, when: Option<(Moment, i32)>) -> String {
    let mut parts = vec![size(lang, what)];
    if let Some((moment, offset)) = when {
        let time = date_time(lang, moment, offset);
        parts.push(say!(lang, "opened {time}", "{time} 打开"));
    }
    if what.is_archive {
        parts.push(crate::text::window::nothing_unpacked(lang).to_owned());
    }
    parts.join(" • ")
}

fn size(lang: Lang, what: &Opened) -> String {
    let files = counted(lang, what.files, ("file", "files"), "个文件");
    if what.folders == 0 {
        return files;
    }
    let folders = counted(lang, what.folders, ("folder", "folders"), "个文件夹");
    say!(lang, "{files} in {folders}", "{folders}，{files}")
}
