//! Going past a serialised Java object, which is how JCEKS writes secret keys (Java Object Serialization, chapter 6).
//! Nothing is built from it: only its end is found.

use super::file::Input;
use crate::core::keystore::OpenFault;

/// Objects inside objects; a sealed key has four.
const DEPTH: usize = 16;
/// Classes a class may descend from.
const ANCESTORS: usize = 16;
/// Classes in one object.
const CLASSES: usize = 256;

const NULL: u8 = 0x70;
const REFERENCE: u8 = 0x71;
const CLASS_DESCRIPTION: u8 = 0x72;
const OBJECT: u8 = 0x73;
const STRING: u8 = 0x74;
const ARRAY: u8 = 0x75;
const BLOCK: u8 = 0x77;
const END: u8 = 0x78;
const LONG_BLOCK: u8 = 0x7a;
const LONG_STRING: u8 = 0x7c;

/// Moves past one serialised object with its stream header.
pub(super) fn skip(stream: &mut Input) -> Result<(), OpenFault> {
    if stream.u32()? != 0xaced_0005 {
        return Err(not_understood());
    }
    let mut walk = Walk {
        stream,
        handles: Vec::new(),
    };
    walk.content(DEPTH).map(drop)
}

fn not_understood() -> OpenFault {
    OpenFault::damaged("secret key in a form that cannot be gone past")
}

/// A class: what its objects carry.
#[derive(Clone)]
struct Class {
    name: String,
    fields: Vec<u8>,
    has_annotation: bool,
    /// Handle of the class above.
    above: Option<usize>,
}

struct Walk<'a, 'b> {
    stream: &'a mut Input<'b>,
    /// Everything that can be referred to later; only classes matter.
    handles: Vec<Option<Class>>,
}

impl Walk<'_, '_> {
    fn byte(&mut self) -> Result<u8, OpenFault> {
        let byte = self.stream.take(1)?.first().copied();
        byte.ok_or_else(not_understood)
    }

    /// A length of 64 bits.
    fn long(&mut self) -> Result<usize, OpenFault> {
        let octets = self.stream.take(8)?.try_into().map(u64::from_be_bytes);
        let length = octets.map_err(|_| not_understood())?;
        usize::try_from(length).map_err(|_| not_understood())
    }

    /// One piece of content; `true` when it was an end mark.
    fn content(&mut self, depth: usize) -> Result<bool, OpenFault> {
        let inner = depth.checked_sub(1).ok_or_else(not_understood)?;
        let length = match self.byte()? {
            NULL => 0,
            REFERENCE => 4,
            OBJECT => return self.object(inner).map(|()| false),
            ARRAY => return self.array(inner).map(|()| false),
            STRING => {
                self.handles.push(None);
                self.stream.u16()?.into()
            }
            LONG_STRING => {
                self.handles.push(None);
                self.long()?
            }
            BLOCK => self.byte()?.into(),
            LONG_BLOCK => self.stream.u32()? as usize,
            END => return Ok(true),
            _ => return Err(not_understood()),
        };
        self.stream.take(length).map(|_| false)
    }

    fn annotation(&mut self, depth: usize) -> Result<(), OpenFault> {
        while !self.content(depth)? {}
        Ok(())
    }

    /// A class description; its handle, or nothing for null.
    fn class(&mut self, depth: usize) -> Result<Option<usize>, OpenFault> {
        let inner = depth.checked_sub(1).ok_or_else(not_understood)?;
        match self.byte()? {
            NULL => return Ok(None),
            REFERENCE => {
                let handle = (self.stream.u32()? as usize).checked_sub(0x7e_0000);
                return handle.map(Some).ok_or_else(not_understood);
            }
            CLASS_DESCRIPTION if self.handles.len() < CLASSES => {}
            _ => return Err(not_understood()),
        }
        let name = self.stream.text()?;
        self.stream.take(8)?;
        let handle = self.handles.len();
        self.handles.push(None);
        let flags = self.byte()?;
        let fields = self.fields(inner)?;
        self.annotation(inner)?;
        let above = self.class(inner)?;
        // Flag 2: the default form, which ends nowhere else than its fields say.
        if flags & 2 == 0 {
            return Err(not_understood());
        }
        let class = Class {
            name,
            fields,
            has_annotation: flags & 1 != 0,
            above,
        };
        if let Some(place) = self.handles.get_mut(handle) {
            *place = Some(class);
        }
        Ok(Some(handle))
    }

    /// The kinds of a class's fields.
    fn fields(&mut self, depth: usize) -> Result<Vec<u8>, OpenFault> {
        let mut fields = Vec::new();
        for _ in 0..self.stream.u16()? {
            let kind = self.byte()?;
            self.stream.text()?;
            if matches!(kind, b'L' | b'[') {
                self.content(depth)?;
            }
            fields.push(kind);
        }
        Ok(fields)
    }

    fn known(&self, handle: usize) -> Result<Class, OpenFault> {
        let class = self.handles.get(handle).and_then(Option::as_ref);
        class.cloned().ok_or_else(not_understood)
    }

    fn object(&mut self, depth: usize) -> Result<(), OpenFault> {
        let mut next = self.class(depth)?;
        self.handles.push(None);
        let mut lineage = Vec::new();
        while let Some(handle) = next {
            if lineage.len() == ANCESTORS {
                return Err(not_understood());
            }
            let class = self.known(handle)?;
            next = class.above;
            lineage.push(class);
        }
        for class in lineage.iter().rev() {
            for kind in &class.fields {
                self.value(*kind, depth)?;
            }
            if class.has_annotation {
                self.annotation(depth)?;
            }
        }
        Ok(())
    }

    fn array(&mut self, depth: usize) -> Result<(), OpenFault> {
        let handle = self.class(depth)?.ok_or_else(not_understood)?;
        self.handles.push(None);
        let class = self.known(handle)?;
        let kind = *class.name.as_bytes().get(1).ok_or_else(not_understood)?;
        let count = self.stream.u32()? as usize;
        match width(kind) {
            Some(width) => {
                let length = count.checked_mul(width).ok_or_else(not_understood)?;
                self.stream.take(length).map(drop)
            }
            None => (0..count).try_for_each(|_| self.content(depth).map(drop)),
        }
    }

    fn value(&mut self, kind: u8, depth: usize) -> Result<(), OpenFault> {
        match width(kind) {
            Some(width) => self.stream.take(width).map(drop),
            None if matches!(kind, b'L' | b'[') => self.content(depth).map(drop),
            None => Err(not_understood()),
        }
    }
}

/// Bytes of a primitive value.
fn width(kind: u8) -> Option<usize> {
    Some(match kind {
        b'B' | b'Z' => 1,
        b'C' | b'S' => 2,
        b'F' | b'I' => 4,
        b'D' | b'J' => 8,
        _ => return None,
    })
}
