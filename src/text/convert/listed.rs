//! The name under which the target lists an entry: friendly name or alias.

use crate::core::convert::{Format, Target};
use crate::text::Lang;

/// What the name is there for; nothing for forms that carry none.
pub fn hint(lang: Lang, target: Target, format: Format) -> Option<&'static str> {
    if !format.is_keystore() {
        return None;
    }
    let (en, zh) = match target {
        Target::Server2016 | Target::Server2019 => (
            "the friendly name in the IIS manager",
            "IIS 管理器中的友好名称",
        ),
        Target::Ccs => (
            "the friendly name inside; the store itself goes by file names",
            "文件内的友好名称；集中式存储按文件名查找",
        ),
        Target::Java | Target::Java8 | Target::Tomcat => {
            ("the alias in Java, lower case", "Java 中的别名，小写")
        }
        Target::MacOs => (
            "the name of the key in Keychain Access",
            "“钥匙串访问”中的私钥名称",
        ),
        Target::OpenSsl | Target::OpenSsl1 => (
            "the friendly name inside; servers do not look at it",
            "文件内的友好名称；服务器不看它",
        ),
    };
    Some(lang.pick(en, zh))
}
