# The executable's entry on x64. The loader jumps here with argc at rsp, then the arguments, a zero, the variables and a
# zero; rdx and the stack belong to Node's own entry. Changes the first letter of each variable that begins with one of
# the hidden names into a control character (by the bit 0x40), and goes on to Node's entry.
    .intel_syntax noprefix
    .globl entry
entry:
    mov rcx, [rsp]
    lea rsi, [rsp + rcx*8 + 16]
variable:
    mov rdi, [rsi]
    add rsi, 8
    test rdi, rdi
    jz node_entry
    lea rbx, [rip + hidden_names]
name:
    cmp byte ptr [rbx], 0
    je variable
    mov r8, rdi
letter:
    mov al, [rbx]
    inc rbx
    test al, al
    jz hide
    cmp al, [r8]
    lea r8, [r8 + 1]
    je letter
rest:
    mov al, [rbx]
    inc rbx
    test al, al
    jnz rest
    jmp name
hide:
    xor byte ptr [rdi], 0x40
    jmp variable
    .include "hidden-names.inc"
