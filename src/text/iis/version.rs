//! Versions of IIS as people know them.

use crate::core::iis::version::IisVersion;
use crate::text::Lang;

/// `IIS 8.5 (Windows Server 2012 R2)`. A name, so the same in every language.
pub fn version(_lang: Lang, version: IisVersion) -> String {
    let (number, server) = (version.number(), version.server());
    format!("IIS {number} (Windows Server {server})")
}

/// The version, or that it is not known.
pub fn version_or_unknown(lang: Lang, known: Option<IisVersion>) -> String {
    known.map_or_else(
        || {
            lang.pick("version of IIS not known", "IIS 版本未知")
                .to_owned()
        },
        |known| version(lang, known),
    )
}
