// The executable's entry on arm64: as on x64. x0 and the stack belong to Node's own entry.
    .globl entry
entry:
    ldr x9, [sp]
    add x10, sp, x9, lsl #3
    add x10, x10, #16
variable:
    ldr x11, [x10], #8
    cbz x11, leave
    adr x12, hidden_names
name:
    ldrb w13, [x12]
    cbz w13, variable
    mov x14, x11
letter:
    ldrb w13, [x12], #1
    cbz w13, hide
    ldrb w15, [x14], #1
    cmp w13, w15
    b.eq letter
rest:
    ldrb w13, [x12], #1
    cbnz w13, rest
    b name
hide:
    ldrb w13, [x11]
    eor w13, w13, #0x40
    strb w13, [x11]
    b variable
leave:
    b node_entry
    .include "hidden-names.inc"
