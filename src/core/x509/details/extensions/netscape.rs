//! The certificate type of Netscape, still written by openssl's examples.

use super::super::super::der::{single, tag};
use super::super::line::Term;
use super::usage::add_bits;
use super::{Label, Lines, bits};

pub(super) fn certificate_type(value: &[u8], lines: &mut Lines) -> Option<()> {
    let bits = bits(&single(value, tag::BIT_STRING)?)?;
    add_bits(lines, Label::Purposes, &bits, 8, Term::NetscapeType);
    Some(())
}
