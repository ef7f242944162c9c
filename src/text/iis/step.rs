//! stub
use crate::core::iis::plan::Fix;
use crate::text::Lang;
pub fn step(_lang: Lang, fix: &Fix) -> String {
    format!("{fix:?}")
}
