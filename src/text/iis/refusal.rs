//! stub
use crate::core::iis::plan::Refusal;
use crate::text::Lang;
pub fn refusal(_lang: Lang, refusal: &Refusal) -> (String, String) {
    (format!("{refusal:?}"), String::new())
}
