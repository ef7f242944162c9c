//! stub
use crate::core::iis::version::IisVersion;
use crate::text::Lang;
pub fn version(_lang: Lang, version: IisVersion) -> String {
    format!(
        "IIS {} (Windows Server {})",
        version.number(),
        version.server()
    )
}
